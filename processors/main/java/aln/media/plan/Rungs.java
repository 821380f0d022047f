package aln.media.plan;

import aln.media.FrameRate;
import aln.media.probe.VideoStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The sizes that one picture gets, and the bits for each. */
record Rungs(VideoStream video, FrameRate rate, Ladder ladder) {

  /** A size of its own is not worth it when the rung below is nearly as large. */
  private static final double NEXT_TO = 1.06;

  List<VideoRendition> renditions() {
    double own = shortSide();
    int highest = ladder.rungs().get(0).shortSide();
    List<Integer> lower =
        ladder.rungs().stream().map(Ladder.Rung::shortSide).filter(side -> side <= own).toList();
    if (own >= highest || (!lower.isEmpty() && lower.get(0) == within(own))) {
      return lower.stream().map(this::rendition).toList();
    }
    return Stream.concat(
            Stream.of(within(own)), lower.stream().filter(side -> side * NEXT_TO < own))
        .map(this::rendition)
        .toList();
  }

  private double shortSide() {
    return Math.min(video.width(), video.height());
  }

  private VideoRendition rendition(int shortSide) {
    double scale = shortSide / shortSide();
    int width = video.width() <= video.height() ? shortSide : even(video.width(), scale);
    int height = video.width() <= video.height() ? even(video.height(), scale) : shortSide;
    long bitRate = bitRate(shortSide, (long) width * height);
    Level level = Level.of(width, height, rate, bitRate);
    return new VideoRendition(
        shortSide + "p",
        width,
        height,
        rate,
        level.codec(),
        level.number(),
        bitRate,
        bitRate * 3 / 2);
  }

  /** The cap of the next rung up, less for fewer pixels, half as much again above 30 frames. */
  private long bitRate(int shortSide, long pixels) {
    Ladder.Rung rung =
        ladder.rungs().stream()
            .filter(candidate -> candidate.shortSide() >= shortSide)
            .min(Comparator.comparingInt(Ladder.Rung::shortSide))
            .orElse(ladder.rungs().get(0));
    double usual = rung.shortSide() * (double) rung.shortSide() * 16 / 9;
    double cap = rung.bitRate() * Math.pow(pixels / usual, 0.75);
    return Math.round(cap * (rate.perSecond() > 31 ? 1.5 : 1) / 1000) * 1000;
  }

  /** The nearest even number of pixels, never more than there are, at least 2. */
  private static int even(double pixels, double scale) {
    int nearest = 2 * (int) Math.ceil(pixels * scale / 2 - 0.5);
    return Math.min(Math.max(2, nearest), within(pixels));
  }

  /** The largest even number of pixels that there are, at least 2. */
  private static int within(double pixels) {
    return Math.max(2, 2 * (int) Math.floor(pixels / 2 + 1e-6));
  }
}
