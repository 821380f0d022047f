package aln.media.plan;

import aln.media.FrameRate;
import java.util.List;

/**
 * The levels of H.264 (ITU-T H.264, table A-1) for the High profile.
 *
 * @param number ten times the level: 31 is level 3.1
 * @param macroblocksPerSecond at most
 * @param macroblocks of one frame at most
 * @param bitRate bits a second at most
 */
record Level(int number, long macroblocksPerSecond, long macroblocks, long bitRate) {

  private static final List<Level> ALL =
      List.of(
          new Level(13, 11_880, 396, 960_000),
          new Level(20, 11_880, 396, 2_500_000),
          new Level(21, 19_800, 792, 5_000_000),
          new Level(22, 20_250, 1_620, 5_000_000),
          new Level(30, 40_500, 1_620, 12_500_000),
          new Level(31, 108_000, 3_600, 17_500_000),
          new Level(32, 216_000, 5_120, 25_000_000),
          new Level(40, 245_760, 8_192, 25_000_000),
          new Level(42, 522_240, 8_704, 62_500_000),
          new Level(50, 589_824, 22_080, 168_750_000),
          new Level(51, 983_040, 36_864, 300_000_000),
          new Level(52, 2_073_600, 36_864, 300_000_000),
          new Level(60, 4_177_920, 139_264, 300_000_000),
          new Level(61, 8_355_840, 139_264, 600_000_000),
          new Level(62, 16_711_680, 139_264, 1_000_000_000));

  /** The lowest that holds the picture; the highest there is where none does. */
  static Level of(int width, int height, FrameRate rate, long bitRate) {
    long wide = (width + 15) / 16;
    long high = (height + 15) / 16;
    return ALL.stream()
        .filter(level -> wide * high <= level.macroblocks)
        .filter(level -> Math.max(wide, high) <= Math.sqrt(8.0 * level.macroblocks))
        .filter(level -> wide * high * rate.perSecond() <= level.macroblocksPerSecond)
        .filter(level -> bitRate <= level.bitRate)
        .findFirst()
        .orElse(ALL.get(ALL.size() - 1));
  }

  /** As {@code CODECS} wants it (RFC 6381): High profile, no constraints. */
  String codec() {
    return "avc1.6400%02x".formatted(number);
  }
}
