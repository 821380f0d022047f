package aln.media.encode;

import aln.media.FrameRate;
import aln.media.plan.EncodeVideo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The pieces of a source's picture in their order, without a hole between them.
 *
 * @param list may be empty
 */
public record Pieces(List<Piece> list) {

  /** What is read behind a chunk's end. */
  private static final long AFTER = 2_000_000;

  public Pieces {
    list = List.copyOf(list);
  }

  /**
   * @param csv lines of file name, start and end in seconds, as FFmpeg's segment muxer writes them,
   *     one when a piece is finished; a line that is still being written does not count
   */
  public static Pieces read(String csv) {
    List<Piece> finished = new ArrayList<>();
    for (String line : csv.substring(0, csv.lastIndexOf('\n') + 1).lines().toList()) {
      String[] fields = line.split(",");
      finished.add(new Piece(fields[0], micros(fields[1]), micros(fields[2])));
    }
    return new Pieces(finished);
  }

  /** All but the first ones. */
  public Pieces after(int count) {
    return new Pieces(list.subList(count, list.size()));
  }

  /** Those that are certainly whole: FFmpeg lists a piece a moment before it closes its file. */
  public Pieces closed() {
    return new Pieces(list.subList(0, Math.max(0, list.size() - 1)));
  }

  public Pieces renamed(UnaryOperator<String> name) {
    return new Pieces(list.stream().map(piece -> piece.called(name.apply(piece.name()))).toList());
  }

  /** Where they end; 0 where there are none. */
  public long endMicros() {
    return list.isEmpty() ? 0 : list.get(list.size() - 1).endMicros();
  }

  /**
   * What a chunk is decoded from: the piece with a key frame well before it, and on to its end.
   *
   * @throws IllegalStateException when there is none
   */
  public Pieces of(EncodeVideo spec) {
    FrameRate rate = spec.rate();
    long start = spec.picture().startMicros() + rate.micros(spec.chunk().firstFrame());
    long end = start + rate.micros(spec.chunk().frames()) + AFTER;
    int first = 0;
    int behind = 0;
    for (Piece piece : list) {
      first += piece.endMicros() <= start - Stretch.before(spec) ? 1 : 0;
      behind += piece.startMicros() < end || !spec.exactLength() ? 1 : 0;
    }
    if (first >= behind) {
      throw new IllegalStateException("No piece of the source shows what is there at " + start);
    }
    return new Pieces(list.subList(first, behind));
  }

  private static long micros(String seconds) {
    return new BigDecimal(seconds).movePointRight(6).longValue();
  }
}
