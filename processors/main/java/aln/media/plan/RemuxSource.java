package aln.media.plan;

import aln.media.FrameRate;
import aln.media.MediaRefused;
import aln.media.probe.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a worker needs to know to cut a source that cannot be sought into pieces, but for its
 * address. Microseconds on the source's own clock.
 *
 * @param stream index of the picture in the file
 * @param startMicros where the container begins
 * @param lastMicros where the last chunk begins: the source is longer than that
 * @param durationMicros as planned
 * @param pieceMicros about how long a piece is; it begins with a key frame
 */
public record RemuxSource(
    int stream, long startMicros, long lastMicros, long durationMicros, long pieceMicros) {

  /** The task, where chunks of the plan wait for it. */
  static Stream<PlannedTask> of(Plan plan) {
    return plan.encodeVideo().stream()
        .filter(spec -> spec.chunk().access() == Access.PIECES)
        .limit(1)
        .map(spec -> of(plan, spec.picture(), spec.rate()))
        .map(spec -> new PlannedTask(PlannedTask.REMUX_SOURCE, 0, true, 1, spec));
  }

  private static RemuxSource of(Plan plan, Picture picture, FrameRate rate) {
    List<EncodeVideo> chunks = plan.encodeVideo();
    long last = rate.micros(chunks.get(chunks.size() - 1).chunk().firstFrame());
    return new RemuxSource(
        picture.stream(),
        picture.containerStartMicros(),
        picture.startMicros() + last,
        plan.durationMicros(),
        plan.segmentMicros());
  }

  /** The refusal of a source whose picture ends there although it should go on. */
  public MediaRefused truncated(long endMicros) {
    long seen = Math.max(0, endMicros - startMicros);
    return Refusals.truncated(seen / 1_000_000, durationMicros / 1_000_000);
  }

  /** How much of it is copied, 0–1, by FFmpeg's {@code out_time}, which is the source's here. */
  public double fraction(Duration outTime) {
    return Fraction.of(outTime.toNanos() / 1000.0 - startMicros, durationMicros);
  }
}
