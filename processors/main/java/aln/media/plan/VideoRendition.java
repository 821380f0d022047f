package aln.media.plan;

import aln.media.FrameRate;
import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One size of the picture, H.264 with a capped constant rate factor.
 *
 * @param name by the short side: {@code 720p}
 * @param width upright, even, square pixels
 * @param height upright, even, square pixels
 * @param rate exact frames a second
 * @param codec as {@code CODECS} wants it (RFC 6381)
 * @param level ten times the level of H.264
 * @param bitRate the cap in bits a second
 * @param bufferBits how many bits the decoder's buffer holds: what a peak may add to the cap
 */
public record VideoRendition(
    String name,
    int width,
    int height,
    FrameRate rate,
    String codec,
    int level,
    long bitRate,
    long bufferBits) {

  /** What its brightness means, as {@code VIDEO-RANGE} says it: H.264 is always tone-mapped. */
  @JsonIgnore
  public String videoRange() {
    return "SDR";
  }

  /** Bits a second that no segment of so many seconds exceeds, container included. */
  @JsonIgnore
  public long peak(double segmentSeconds) {
    return Math.round((bitRate + bufferBits / segmentSeconds) * 1.05) + 10_000;
  }
}
