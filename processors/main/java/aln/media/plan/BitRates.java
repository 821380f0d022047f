package aln.media.plan;

import org.jspecify.annotations.Nullable;

/**
 * Bits a second of one rendition, container included.
 *
 * @param peak over no stretch of half to one and a half segments are there more (RFC 8216, section
 *     4.3.4.2)
 * @param average over all of it; null before all of it is there
 * @param keyFrames as the peak, of the key frames alone; null where it is not known which bytes
 *     they are
 */
public record BitRates(long peak, @Nullable Long average, @Nullable Long keyFrames) {

  /** What a rendition takes at most, while it is being made. */
  public static BitRates planned(VideoRendition rendition, long segmentMicros) {
    long peak = rendition.peak(segmentMicros / 1e6);
    return new BitRates(peak, null, peak);
  }

  /** AAC at a constant rate wavers a little; the container adds some. */
  public static BitRates planned(AudioRendition track) {
    return new BitRates(track.bitRate() * 5L / 4 + 10_000, null, null);
  }
}
