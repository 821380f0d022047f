package aln.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code routes/README.md} shows the flows as they are; {@code make map} rewrites it. */
class RouteMapTest {

  private static final Path README = Path.of("routes/README.md");
  private static final String COMMAND = "mvn -q test -Dtest=RouteMapTest -Daln.write=true";

  private final RouteMap map = new RouteMap(Flows.SHIPPED);

  @Test
  void showsTheFlowsAsTheyAre() throws IOException {
    String written = Files.readString(README);
    String current = with(with(written, "map", map.text()), "flows", map.tables());
    if (Boolean.getBoolean("aln.write")) {
      Files.writeString(README, current);
    }
    assertThat(Files.readString(README))
        .as("%s is stale. Run this, look at it and commit it: %s", README, COMMAND)
        .isEqualTo(current);
  }

  @Test
  void drawsEventsCallsAndWhatIsGivenUp() {
    assertThat(map.text().lines())
        .contains(
            "  complete_upload -- \"asset.uploaded\" --> open_job",
            "  processing -- \"task.done<br/>task.failed\" --> advance_job",
            "  advance_job --> plan_job",
            "  processing -. given up .-> park_dead_letter");
  }

  /** The text with the part between two markers replaced. */
  private static String with(String text, String part, String content) {
    String begin = "<!-- generated: %s -->\n".formatted(part);
    String end = "\n<!-- end of %s -->".formatted(part);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end);
    assertThat(text).as("the markers in %s", README).contains(begin, end);
    return text.substring(0, from) + content + text.substring(to);
  }
}
