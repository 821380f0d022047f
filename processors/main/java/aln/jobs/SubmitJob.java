package aln.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * @param inputKey a key in the raw bucket
 * @param profile name of a ladder, or null for the hub's own choice
 * @param priority null for normal
 * @param callbackUrl who is told of its end, if anybody
 */
public record SubmitJob(
    @JsonProperty("input_key") String inputKey,
    @Nullable String profile,
    @Nullable String priority,
    @JsonProperty("callback_url") @Nullable String callbackUrl) {}
