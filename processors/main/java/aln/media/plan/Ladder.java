package aln.media.plan;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a video becomes, as data ({@code config/ladders}).
 *
 * @param description for whoever chooses among ladders
 * @param preset of libx264
 * @param quality constant rate factor of libx264
 * @param rungs sorted from the largest to the smallest
 * @param firstPreset of libx264 for the first of several chunks, so that watching begins early;
 *     null for the same as all. Both must lead to equal parameter sets: name in {@code tuning} what
 *     they would do otherwise ({@code ref}, {@code weightp})
 * @param tuning more parameters of x264, {@code name=value} joined by colons; null for none
 * @param perTitle how samples change quality, caps and rungs for each film; null where they do not
 * @param then a second set in another codec, made when this one can be played; null for none
 */
public record Ladder(
    String name,
    String description,
    String preset,
    int quality,
    List<Rung> rungs,
    Sound audio,
    @Nullable String firstPreset,
    @Nullable String tuning,
    @Nullable PerTitle perTitle,
    @Nullable CodecSet then) {

  /** Of libx264, from the quickest to the slowest. */
  public static final List<String> PRESETS =
      List.of(
          "ultrafast",
          "superfast",
          "veryfast",
          "faster",
          "fast",
          "medium",
          "slow",
          "slower",
          "veryslow");

  /**
   * @param shortSide in pixels
   * @param bitRate cap in bits a second, for a 16:9 picture and up to 30 frames a second
   */
  public record Rung(int shortSide, int bitRate) {

    public Rung {
      require(shortSide >= 2 && shortSide % 2 == 0, "shortSide is even: " + shortSide);
      require(bitRate >= 10_000, "bitRate is in bits a second: " + bitRate);
    }
  }

  /** Bits a second of AAC-LC. */
  public record Sound(int stereoBitRate, int monoBitRate) {

    public Sound {
      require(monoBitRate >= 8_000, "monoBitRate is in bits a second: " + monoBitRate);
      require(stereoBitRate >= monoBitRate, "stereoBitRate is at least monoBitRate");
    }
  }

  /**
   * @throws IllegalArgumentException when it cannot be encoded like that
   */
  public Ladder {
    require(said(name) && said(description), "name and description are needed");
    require(PRESETS.contains(preset), "preset is one of " + PRESETS + ": " + preset);
    require(
        firstPreset == null || PRESETS.contains(firstPreset),
        "firstPreset is one of " + PRESETS + ": " + firstPreset);
    require(quality >= 1 && quality <= 51, "quality is from 1 to 51: " + quality);
    require(rungs != null && !rungs.isEmpty(), "there is at least one rung");
    require(audio != null, "audio is needed");
    requireParameters(tuning);
    rungs = rungs.stream().sorted(Comparator.comparingInt(Rung::shortSide).reversed()).toList();
    for (int i = 1; i < rungs.size(); i++) {
      Rung larger = rungs.get(i - 1);
      Rung smaller = rungs.get(i);
      require(
          larger.shortSide > smaller.shortSide && larger.bitRate > smaller.bitRate,
          "each rung has its own shortSide, and a higher bitRate than smaller ones: " + smaller);
    }
  }

  /** The same without a second set. */
  public Ladder alone() {
    return new Ladder(
        name, description, preset, quality, rungs, audio, firstPreset, tuning, perTitle, null);
  }

  /** Of a chunk: what a viewer waits for is made in a hurry. */
  String preset(VideoChunk chunk) {
    boolean awaited = chunk.index() == 0 && !chunk.last();
    return awaited && firstPreset != null ? firstPreset : preset;
  }

  private static boolean said(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  static void requireParameters(@Nullable String tuning) {
    require(
        tuning == null || tuning.matches("[a-z0-9-]+=[a-z0-9.,-]+(:[a-z0-9-]+=[a-z0-9.,-]+)*"),
        "tuning is name=value, joined by colons: " + tuning);
  }

  static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
