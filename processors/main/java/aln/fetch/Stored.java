package aln.fetch;

import aln.storage.Part;
import java.util.List;

/**
 * What the store has of a file, from its beginning without a hole.
 *
 * @param parts whole ones
 * @param bytes of them
 */
record Stored(int parts, long bytes) {

  static final Stored NOTHING = new Stored(0, 0);

  /**
   * @param found by number
   * @param partSize bytes of each but the last
   */
  static Stored of(List<Part> found, long partSize) {
    int parts = 0;
    for (Part part : found) {
      if (part.number() != parts + 1 || part.size() != partSize) {
        break;
      }
      parts++;
    }
    return new Stored(parts, parts * partSize);
  }

  /**
   * Whether these parts, with a last one that may be shorter, are all of a file of so many bytes.
   */
  static boolean isAll(List<Part> found, long size) {
    long bytes = 0;
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).number() != i + 1) {
        return false;
      }
      bytes += found.get(i).size();
    }
    return bytes == size;
  }
}
