package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import aln.embedded.SharedParts;
import aln.testing.RealServers;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * hls.js, dash.js and Shaka Player in a real browser, on a finished film and on one that is being
 * made.
 */
class PlayersIT {

  private static final Path SCRIPT = Path.of("frontend", "e2e", "players.mjs").toAbsolutePath();
  private static final int SECONDS = 32;
  private static final int SHORT = 9;

  @TempDir Path folder;

  @Test
  void everyPlayerPlaysAFilmFromItsBeginningToItsEndAlsoWhileItIsMade() throws Exception {
    String chromium = RealServers.chromium().getPath();
    try (SharedParts parts = new SharedParts(folder.resolve("parts"));
        Hub hub = Hub.start(folder.resolve("hub"), Servers.of(parts).with(Growing.SETTINGS))) {
      Api creator = hub.user();
      UUID film =
          creator.upload(
              Clips.withWords(
                  Clips.film(folder, "film.mp4", "854x480", SECONDS),
                  "00:00:05,000 --> 00:00:12,000",
                  "Karibu"));
      creator.awaitComplete(film, Duration.ofMinutes(3));
      creator.awaitSideTasks(film, Duration.ofMinutes(2));
      String said =
          assertTimeoutPreemptively(
              Duration.ofMinutes(3),
              () ->
                  play(
                      creator.playback(film),
                      SECONDS,
                      chromium,
                      List.of(),
                      asked -> grow(new Growing(parts.database(), film), asked)));
      assertThat(said).contains("players: done");
    }
  }

  @Test
  void everyPlayerPlaysTheSecondSet() throws Exception {
    String chromium = RealServers.chromium().getPath();
    try (SharedParts parts = new SharedParts(folder.resolve("parts"));
        Hub hub =
            Hub.start(
                folder.resolve("hub"),
                Servers.of(parts).with(Map.of("ALN_MEDIA_LADDER", "compact")))) {
      Api creator = hub.user();
      UUID film = creator.upload(Clips.film(folder, "film.mp4", "854x480", SHORT));
      creator.awaitComplete(film, Duration.ofMinutes(3));
      creator.awaitSideTasks(film, Duration.ofMinutes(3));
      JsonNode playback = creator.playback(film);
      String said =
          assertTimeoutPreemptively(
              Duration.ofMinutes(2),
              () -> play(playback, SHORT, chromium, List.of("av1"), PlayersIT::asksForNothing));
      assertThat(said).contains("players: done");
    }
  }

  private static void asksForNothing(String asked) {
    throw new AssertionError("The players ask for " + asked);
  }

  /** Does what the players ask for when they have seen what there is; answers all that was said. */
  private static String play(
      JsonNode playback, int seconds, String chromium, List<String> codec, Consumer<String> asks)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("node", SCRIPT.toString()));
    command.addAll(List.of(playback.path("hls").asText(), playback.path("dash").asText()));
    command.add(Integer.toString(seconds));
    command.addAll(codec);
    var builder = new ProcessBuilder(command);
    builder.environment().put("ALN_TEST_CHROMIUM", chromium);
    Process players = builder.redirectErrorStream(true).start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader out = players.inputReader();
        PrintWriter in = new PrintWriter(players.outputWriter(), true)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.append(line).append('\n');
        if (line.startsWith("ask: ")) {
          String asked = line.substring("ask: ".length());
          asks.accept(asked);
          in.println(asked);
        }
      }
    } finally {
      players.destroyForcibly();
    }
    return said.toString();
  }

  private static void grow(Growing film, String asked) {
    switch (asked) {
      case "begin" -> film.begin(4);
      case "show" -> film.show(6, 6);
      case "finish" -> film.finish();
      default -> throw new AssertionError("The players ask for " + asked);
    }
  }
}
