package aln.uploads;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A part as its sender knows it, in the words of S3.
 *
 * @param etag as the store answered to its bytes
 */
public record ClaimedPart(
    @JsonProperty("PartNumber") int number, @JsonProperty("ETag") String etag) {}
