package aln.media.pictures;

import aln.media.BadOutput;
import aln.media.plan.MakeThumbnails;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which of the pictures that FFmpeg took are worth showing. */
@Component
public class Stills {

  /** How many clips are looked at, at most. */
  public static final int PLACES = Sampling.STILLS;

  private static final int MOST = 6;

  /** Of FFmpeg's filter metadata: a line for the frame, then one for each value. */
  private static final Pattern FRAME =
      Pattern.compile("frame:(\\d+) +pts:\\S+ +pts_time:(\\S+)\\n((?:lavfi.*\\n)*)");

  private static final Pattern ENTROPY =
      Pattern.compile("lavfi\\.entropy\\.normalized_entropy\\.normal\\.Y=([0-9.]+)");

  private static final Pattern BLUR = Pattern.compile("lavfi\\.blur=([0-9.]+)");

  /** A picture whose edges are so many pixels wide counts half of a sharp one. */
  private static final double BLURRED = 10;

  /** Where to look: all over the video, or at the moment that is wanted. */
  public List<Footage.Clip> clips(MakeThumbnails spec, Footage footage) {
    return spec.atMicros() == null ? footage.spread(PLACES) : List.of(footage.at(spec.atMicros()));
  }

  /**
   * The best of those that {@link PictureCommands#forThumbnails} left in the directory, in the
   * order of the video. A video that is black all through gives black ones.
   *
   * @throws BadOutput when there is none, or its file is missing
   */
  public List<Still> choose(File directory) {
    List<Still> found = read(new File(directory, PictureCommands.LOOKS));
    if (found.isEmpty()) {
      throw new BadOutput("Not one still came out of the committed segments");
    }
    found.forEach(still -> Jpeg.read(new File(directory, still.file())));
    return found.stream()
        .sorted(Comparator.comparingDouble(Still::score).reversed())
        .limit(MOST)
        .sorted(Comparator.comparingLong(Still::atMicros))
        .toList();
  }

  private static List<Still> read(File looks) {
    try {
      String text = Files.readString(looks.toPath());
      return FRAME.matcher(text).results().map(Stills::still).toList();
    } catch (IOException missing) {
      throw new BadOutput("FFmpeg did not tell how the stills look", missing);
    }
  }

  private static Still still(MatchResult frame) {
    int number = Integer.parseInt(frame.group(1)) + 1;
    String looks = frame.group(3);
    double score = value(ENTROPY, looks) / (1 + value(BLUR, looks) / BLURRED);
    return new Still(PictureCommands.still(number), micros(frame.group(2)), score);
  }

  /** 0 for what is not a number, as the blur of a picture without edges. */
  private static double value(Pattern key, String looks) {
    Matcher found = key.matcher(looks);
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  private static long micros(String seconds) {
    return new BigDecimal(seconds).movePointRight(6).longValue();
  }
}
