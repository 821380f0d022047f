package aln.uploads;

import aln.storage.Part;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A part that has come whole, in the words of S3.
 *
 * @param number from 1
 * @param etag in quotes
 */
public record StoredPart(
    @JsonProperty("PartNumber") int number,
    @JsonProperty("Size") long size,
    @JsonProperty("ETag") String etag) {

  static StoredPart of(Part part) {
    return new StoredPart(part.number(), part.size(), '"' + part.etag() + '"');
  }
}
