package aln.media.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssCuesTest {

  private static final long FILM = 60_000_000;

  @Test
  void keepsTimesAndWords() {
    assertThat(cues(line("0:00:01.50", "0:00:03.00", "Habari, dunia")))
        .containsExactly(new Cue(1_500_000, 3_000_000, "Habari, dunia", false));
  }

  @Test
  void countsFromTheBeginningOfTheFilm() {
    Stream<String> lines =
        Stream.of(
            line("26:30:00.00", "26:30:01.00", "before"),
            line("26:30:01.50", "26:30:03.00", "across"),
            line("26:30:04.00", "26:30:05.00", "within"),
            line("26:31:01.00", "26:31:09.00", "to the end"),
            line("26:31:05.00", "26:31:09.00", "after"));
    assertThat(AssCues.read(lines, (26 * 3600 + 30 * 60 + 2) * 1_000_000L, FILM))
        .containsExactly(
            new Cue(0, 1_000_000, "across", false),
            new Cue(2_000_000, 3_000_000, "within", false),
            new Cue(59_000_000, FILM, "to the end", false));
  }

  @Test
  void bringsThemIntoOrder() {
    assertThat(
            cues(
                line("0:00:05.00", "0:00:06.00", "second"),
                line("0:00:01.00", "0:00:02.00", "first")))
        .extracting(Cue::text)
        .containsExactly("first", "second");
  }

  @Test
  void givesTimeToReadToWhatHasNoEnd() {
    assertThat(
            cues(
                line("0:00:01.00", "0:00:01.00", "until the next"),
                line("0:00:02.00", "0:00:01.00", "two seconds"),
                line("0:00:50.00", "0:00:49.00", "the last")))
        .containsExactly(
            new Cue(1_000_000, 2_000_000, "until the next", false),
            new Cue(2_000_000, 4_000_000, "two seconds", false),
            new Cue(50_000_000, 52_000_000, "the last", false));
  }

  @Test
  void passesOverWhatSaysNothing() {
    assertThat(
            cues(
                "[Events]",
                "Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,a note",
                line("0:00:01.00", "0:00:02.00", "{\\p1}m 0 0 l 100 0{\\p0} "),
                line("not", "a time", "words"),
                line("0:00:01.00", "0:00:02.00", "")))
        .isEmpty();
  }

  private static List<Cue> cues(String... lines) {
    return AssCues.read(Stream.of(lines), 0, FILM);
  }

  private static String line(String start, String end, String text) {
    return "Dialogue: 0," + start + "," + end + ",Default,,0,0,0,," + text;
  }
}
