package aln.media.encode;

import java.net.URI;

/**
 * Where the reading of a source begins.
 *
 * @param source http, https or file
 * @param startMicros where this file begins, from the start of the source's container: 0 unless it
 *     holds only some pieces of the source
 * @param seekMicros from there; 0 reads all of it
 */
public record Place(URI source, long startMicros, long seekMicros) {

  /** Within the source itself. */
  static Place in(URI source, long seekMicros) {
    return new Place(source, 0, seekMicros);
  }

  /** From the start of the source's container. */
  long micros() {
    return startMicros + seekMicros;
  }
}
