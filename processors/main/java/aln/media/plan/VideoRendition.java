package aln.media.plan;

import aln.media.FrameRate;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * One size of the picture, H.264 with a capped constant rate factor.
 *
 * @param name by the short side: {@code 720p}
 * @param width upright, even, square pixels
 * @param height upright, even, square pixels
 * @param rate exact frames a second
 * @param codec as {@code CODECS} wants it (RFC 6381); of a second set only its four characters
 *     before the initialisation section says more
 * @param level ten times the level of H.264; 0 leaves it to the encoder
 * @param bitRate the cap in bits a second
 * @param bufferBits how many bits the decoder's buffer holds: what a peak may add to the cap
 * @param quality its own constant rate factor; null where that of all renditions holds
 */
public record VideoRendition(
    String name,
    int width,
    int height,
    FrameRate rate,
    String codec,
    int level,
    long bitRate,
    long bufferBits,
    @Nullable Integer quality) {

  /** One of the quality of all. */
  public VideoRendition(
      String name,
      int width,
      int height,
      FrameRate rate,
      String codec,
      int level,
      long bitRate,
      long bufferBits) {
    this(name, width, height, rate, codec, level, bitRate, bufferBits, null);
  }

  /** The same with a quality and a cap of its own. */
  VideoRendition fitted(int ownQuality, long cap) {
    long whole = Math.round(cap / 1000.0) * 1000;
    return new VideoRendition(
        name, width, height, rate, codec, level, whole, whole * 3 / 2, ownQuality);
  }

  @JsonIgnore
  long pixels() {
    return (long) width * height;
  }

  /** FFmpeg's filters from the next larger size to this one. */
  @JsonIgnore
  public String scaled() {
    return "scale=%d:%d:flags=bicubic,setsar=1".formatted(width, height);
  }

  /**
   * What its brightness means, as {@code VIDEO-RANGE} says it: high ranges are always tone-mapped.
   */
  @JsonIgnore
  public String videoRange() {
    return "SDR";
  }

  /** Of its codec; a set has one. */
  @JsonIgnore
  public String sampleEntry() {
    int dot = codec.indexOf('.');
    return dot < 0 ? codec : codec.substring(0, dot);
  }

  /** Bits a second that no segment of so many seconds exceeds, container included. */
  @JsonIgnore
  public long peak(double segmentSeconds) {
    return Math.round((bitRate + bufferBits / segmentSeconds) * 1.05) + 10_000;
  }
}
