package aln.media.plan;

import org.jspecify.annotations.Nullable;

/**
 * A second set of renditions, in another codec: made of the same film once the first can be played
 * as a whole, in the same sizes and cut at the same frames.
 *
 * @param codec another than that of the first set
 * @param preset of its encoder: a name for libx265, a number for SVT-AV1
 * @param quality constant rate factor of its encoder, for what has the ladder's own quality in the
 *     first set; where samples gave a rendition another one, this changes as much
 * @param share of the first set's bit rates that its caps are, 0–1
 * @param tuning more parameters of its encoder, {@code name=value} joined by colons; null for none
 */
public record CodecSet(
    Codec codec, String preset, int quality, double share, @Nullable String tuning) {

  /**
   * @throws IllegalArgumentException when it cannot be encoded like that
   */
  public CodecSet {
    Ladder.require(
        codec == Codec.HEVC || codec == Codec.AV1, "the codec of then is hevc or av1: " + codec);
    Ladder.require(
        codec.presets().contains(preset),
        "preset of %s is one of %s: %s".formatted(codec.word(), codec.presets(), preset));
    Ladder.require(
        quality >= 1 && quality <= codec.worst(),
        "quality of %s is from 1 to %d: %d".formatted(codec.word(), codec.worst(), quality));
    Ladder.require(share >= 0.1 && share <= 1, "share is from 0.1 to 1: " + share);
    Ladder.requireParameters(tuning);
  }
}
