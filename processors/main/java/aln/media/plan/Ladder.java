package aln.media.plan;

import java.util.Comparator;
import java.util.List;

/**
 * What a video becomes, as data ({@code config/ladders}).
 *
 * @param preset of libx264
 * @param quality constant rate factor of libx264
 * @param rungs sorted from the largest to the smallest
 */
public record Ladder(String name, String preset, int quality, List<Rung> rungs, Sound audio) {

  /**
   * @param shortSide in pixels
   * @param bitRate cap in bits a second, for a 16:9 picture and up to 30 frames a second
   */
  public record Rung(int shortSide, int bitRate) {}

  /** Bits a second of AAC-LC. */
  public record Sound(int stereoBitRate, int monoBitRate) {}

  public Ladder {
    if (rungs.isEmpty()) {
      throw new IllegalArgumentException("Ladder " + name + " has no rungs");
    }
    rungs = rungs.stream().sorted(Comparator.comparingInt(Rung::shortSide).reversed()).toList();
  }
}
