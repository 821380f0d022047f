package aln.drop;

import java.util.UUID;

/**
 * What tells a dropped file from every other.
 *
 * @param path below its owner's folder, by whichever name that is called
 */
record Place(UUID owner, String path, String etag) {

  static Place of(Arrival file) {
    return new Place(file.owner(), file.file().key().path(), file.file().etag());
  }
}
