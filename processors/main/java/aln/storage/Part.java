package aln.storage;

/**
 * A part of a multipart upload that has come whole.
 *
 * @param number from 1
 * @param etag without quotes
 * @param size bytes
 */
public record Part(int number, String etag, long size) {

  /**
   * @param tag as the store answered to its bytes, with quotes or without
   */
  public boolean hasTag(String tag) {
    return etag.equalsIgnoreCase(tag.replace("\"", ""));
  }
}
