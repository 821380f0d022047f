package aln.media.encode;

/**
 * A stretch of a source's picture that was copied into Matroska clusters (RFC 9559): it begins with
 * a key frame and can be decoded behind the header that all pieces share. Times are microseconds on
 * the source's own clock.
 *
 * @param name of its file, or its key in the store
 * @param startMicros of its key frame; the first one's may be said to be 0
 * @param endMicros where the next one begins
 */
public record Piece(String name, long startMicros, long endMicros) {

  Piece called(String otherName) {
    return new Piece(otherName, startMicros, endMicros);
  }
}
