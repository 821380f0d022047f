package aln.media.subtitles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What FFmpeg writes as Advanced SubStation Alpha, its own common form of all subtitles, becomes
 * cues of a film: in order, none before its beginning or after its end, each long enough to be
 * read.
 */
final class AssCues {

  /** Layer, start, end, style, name, three margins and the effect; the rest is text. */
  private static final Pattern DIALOGUE =
      Pattern.compile("Dialogue: *[^,]*,(?<start>[^,]*),(?<end>[^,]*),(?:[^,]*,){6}(?<text>.*)");

  private static final Pattern TIME = Pattern.compile("(-?)(\\d+):(\\d{2}):(\\d{2})\\.(\\d{2})");

  /** How long words stay whose end is missing or before their beginning. */
  private static final long UNTIMED_MICROS = 2_000_000;

  private AssCues() {}

  /**
   * @param startMicros the beginning of the film on the source's clock
   * @param durationMicros of the film
   */
  static List<Cue> read(Stream<String> lines, long startMicros, long durationMicros) {
    List<Cue> cues =
        lines
            .map(DIALOGUE::matcher)
            .filter(Matcher::matches)
            .flatMap(line -> cue(line, startMicros).stream())
            .sorted(Comparator.comparingLong(Cue::startMicros))
            .toList();
    List<Cue> timed = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      long next = i + 1 < cues.size() ? cues.get(i + 1).startMicros() : Long.MAX_VALUE;
      within(cues.get(i), next, durationMicros).ifPresent(timed::add);
    }
    return timed;
  }

  private static Optional<Cue> cue(Matcher line, long startMicros) {
    Optional<Long> start = micros(line.group("start"));
    AssText text = AssText.read(line.group("text"));
    if (start.isEmpty() || text.webVtt().isEmpty()) {
      return Optional.empty();
    }
    long end = micros(line.group("end")).orElse(start.get());
    return Optional.of(
        new Cue(start.get() - startMicros, end - startMicros, text.webVtt(), text.atTop()));
  }

  private static Optional<Cue> within(Cue cue, long next, long durationMicros) {
    long start = Math.max(0, cue.startMicros());
    long end = cue.endMicros();
    if (end <= cue.startMicros()) {
      long most = start + UNTIMED_MICROS;
      end = next > start ? Math.min(next, most) : most;
    }
    end = Math.min(end, durationMicros);
    return end > start
        ? Optional.of(new Cue(start, end, cue.text(), cue.atTop()))
        : Optional.empty();
  }

  private static Optional<Long> micros(String text) {
    Matcher time = TIME.matcher(text.strip());
    if (!time.matches()) {
      return Optional.empty();
    }
    long minutes = 60 * Long.parseLong(time.group(2)) + Long.parseLong(time.group(3));
    long hundredths =
        (60 * minutes + Long.parseLong(time.group(4))) * 100 + Long.parseLong(time.group(5));
    return Optional.of((time.group(1).isEmpty() ? 1 : -1) * hundredths * 10_000);
  }
}
