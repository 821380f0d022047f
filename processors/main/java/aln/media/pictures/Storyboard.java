package aln.media.pictures;

import aln.media.plan.MakeStoryboard;
import aln.media.subtitles.WebVtt;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Tiles of the whole video, one every so often, row by row on sheets. The first shows the first
 * frame.
 *
 * @param durationMicros of the video
 * @param intervalMicros from one tile to the next
 * @param tiles how many, at least one
 * @param tileWidth pixels
 * @param tileHeight pixels
 */
public record Storyboard(
    long durationMicros, long intervalMicros, int tiles, int tileWidth, int tileHeight) {

  /** Tiles in a row, and rows of a full sheet. */
  private static final int SIDE = 10;

  /** Tiles, and at most so many clips, of one sheet. */
  public static final int PER_SHEET = SIDE * SIDE;

  private static final int MOST_SHEETS = 10;

  private static final long SECOND = 1_000_000;

  /** Whole seconds: as fine as fills one sheet, from 1 to 10, and coarser only for many hours. */
  public static Storyboard of(MakeStoryboard spec, Footage footage) {
    long duration = footage.durationMicros();
    long fine = Math.max(1, Math.min(10, seconds(duration, PER_SHEET)));
    long interval = SECOND * Math.max(fine, seconds(duration, PER_SHEET * MOST_SHEETS));
    int tiles = Math.toIntExact(Math.max(1, up(duration, interval)));
    return new Storyboard(duration, interval, tiles, spec.tileWidth(), spec.tileHeight());
  }

  /** What each sheet is drawn from. */
  public List<Sheet> sheets(Footage footage) {
    boolean keyFrames = footage.clips().stream().allMatch(clip -> clip.micros() <= intervalMicros);
    return IntStream.range(0, Math.toIntExact(up(tiles, PER_SHEET)))
        .mapToObj(number -> sheet(number, footage, keyFrames))
        .toList();
  }

  private Sheet sheet(int number, Footage footage, boolean keyFrames) {
    int first = number * PER_SHEET;
    int count = Math.min(PER_SHEET, tiles - first);
    List<Footage.Clip> clips =
        LongStream.range(first, (long) first + count)
            .mapToObj(tile -> footage.at(tile * intervalMicros))
            .distinct()
            .toList();
    return new Sheet(number, first * intervalMicros, count, clips, keyFrames);
  }

  /** Pixels of a sheet. */
  @JsonIgnore
  public int width() {
    return Math.min(SIDE, tiles) * tileWidth;
  }

  /** Pixels of the sheet with this number, from 0; the last one may have fewer rows. */
  public int height(int sheet) {
    int on = Math.min(PER_SHEET, tiles - sheet * PER_SHEET);
    return Math.toIntExact(up(on, SIDE)) * tileHeight;
  }

  /**
   * WebVTT (W3C) with the place of each tile as a spatial media fragment (Media Fragments URI 1.0).
   *
   * @param sheetUri address of a sheet by its number, from 0
   */
  public String vtt(IntFunction<String> sheetUri) {
    StringBuilder text = new StringBuilder(WebVtt.HEAD);
    for (int tile = 0; tile < tiles; tile++) {
      long from = tile * intervalMicros;
      long to = tile == tiles - 1 ? Math.max(durationMicros, from + 1000) : from + intervalMicros;
      int place = tile % PER_SHEET;
      text.append('\n').append(WebVtt.times(from, to)).append('\n');
      text.append(sheetUri.apply(tile / PER_SHEET)).append("#xywh=");
      text.append(place % SIDE * tileWidth).append(',');
      text.append(place / SIDE * tileHeight).append(',');
      text.append(tileWidth).append(',').append(tileHeight).append('\n');
    }
    return text.toString();
  }

  private static long seconds(long duration, int tiles) {
    return up(duration, tiles * SECOND);
  }

  private static long up(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
