package aln.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * @param inputKey a key in the raw bucket
 * @param profile name of a ladder, or null for the hub's own choice
 */
public record SubmitJob(@JsonProperty("input_key") String inputKey, @Nullable String profile) {}
