package aln.media.encode;

import aln.media.MediaSettings;
import aln.media.plan.Access;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Picture;
import java.util.List;

/**
 * Which part of a source has to be read for a chunk.
 *
 * @param seekMicros from the start of what is read; 0 reads from its beginning
 * @param readMicros how much from there
 */
record Stretch(long seekMicros, long readMicros) {

  /** Frames that are decoded after a key frame and shown before it cannot be had from there. */
  private static final long BEFORE = 1_000_000;

  private static final long BEFORE_FRAMES = 16;

  private static final long AFTER = 2_000_000;

  /** Where reading begins when the container finds the place, or there is only its beginning. */
  static long place(EncodeVideo spec) {
    Picture picture = spec.picture();
    return spec.chunk().access() == Access.BEGINNING
        ? 0
        : Math.max(0, lead(picture) + first(spec) - before(spec));
  }

  static Stretch of(EncodeVideo spec, Place place, MediaSettings.Limits limits) {
    long lead = lead(spec.picture());
    long first = first(spec);
    long length = spec.rate().micros(spec.chunk().frames());
    long end = spec.exactLength() ? length + AFTER : upTo(0, limits) - first;
    long skipped = Math.min(place.micros(), lead + first);
    return new Stretch(place.seekMicros(), Math.max(0, lead) + first - skipped + end);
  }

  static long before(EncodeVideo spec) {
    return Math.max(BEFORE, spec.rate().micros(BEFORE_FRAMES));
  }

  /** From the container's start to the picture's. */
  private static long lead(Picture picture) {
    return picture.startMicros() - picture.containerStartMicros();
  }

  private static long first(EncodeVideo spec) {
    return spec.rate().micros(spec.chunk().firstFrame());
  }

  /** How much is read of what lasts so long; all that the limits allow where that is not known. */
  static long upTo(long durationMicros, MediaSettings.Limits limits) {
    long most = limits.duration().toMillis() * 1000;
    return durationMicros > 0 ? durationMicros + AFTER : most;
  }

  /**
   * What is seeked to is decoded from the key frame before it on and not cut there: the frame that
   * is on screen when the chunk begins may have come minutes ago. The filters end such a reading.
   */
  List<String> options() {
    return seekMicros == 0
        ? List.of("-t", EncodeCommands.seconds(readMicros))
        : List.of("-noaccurate_seek", "-ss", EncodeCommands.seconds(seekMicros));
  }
}
