package aln.media.plan;

import java.time.Duration;

/**
 * Everything a worker needs to know to make one track of sound, but for the source's address.
 * Microseconds on the source's own clock.
 *
 * @param stream index in the file
 * @param startMicros zero of every rendition: what sounds before is cut, silence fills up to what
 *     begins later
 * @param durationMicros from there to the end of the rendition; 0 where unknown
 * @param fillMicros a track that ends before goes on silently up to here, since players stop where
 *     one of sound and picture is missing; 0 where it may end
 * @param segmentPackets AAC packets of 1024 samples in a segment
 */
public record EncodeAudio(
    int stream,
    long startMicros,
    long durationMicros,
    long fillMicros,
    int segmentPackets,
    AudioRendition rendition) {

  public static final int SAMPLE_RATE = 48_000;

  public static final int PACKET_SAMPLES = 1024;

  /** How much of the track is done, 0–1, by FFmpeg's {@code out_time}. */
  public double fraction(Duration outTime) {
    return Fraction.of(outTime.toNanos() / 1000.0, durationMicros);
  }
}
