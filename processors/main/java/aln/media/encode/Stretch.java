package aln.media.encode;

import aln.media.MediaSettings;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Picture;
import java.util.List;

/**
 * Which part of a source has to be read for a chunk.
 *
 * @param seekMicros from the container's start; 0 reads from the beginning
 * @param readMicros how much from there
 */
record Stretch(long seekMicros, long readMicros) {

  /** The frame that is on screen when a chunk begins may have come this long before. */
  private static final long BEFORE = 1_000_000;

  private static final long BEFORE_VARIABLE = 10_000_000;

  private static final long AFTER = 2_000_000;

  static Stretch of(EncodeVideo spec, MediaSettings.Limits limits) {
    Picture picture = spec.picture();
    long lead = picture.startMicros() - picture.containerStartMicros();
    long first = spec.rate().micros(spec.chunk().firstFrame());
    long before = picture.variable() ? BEFORE_VARIABLE : BEFORE;
    long seek = spec.chunk().firstFrame() == 0 ? 0 : Math.max(0, lead + first - before);
    long length = spec.rate().micros(spec.chunk().frames());
    long end = spec.exactLength() ? length + AFTER : upTo(0, limits) - first;
    return new Stretch(seek, Math.max(0, lead) + first - Math.min(seek, lead + first) + end);
  }

  /** How much is read of what lasts so long; all that the limits allow where that is not known. */
  static long upTo(long durationMicros, MediaSettings.Limits limits) {
    long most = limits.duration().toMillis() * 1000;
    return durationMicros > 0 ? durationMicros + AFTER : most;
  }

  List<String> seek() {
    return seekMicros == 0 ? List.of() : List.of("-ss", EncodeCommands.seconds(seekMicros));
  }
}
