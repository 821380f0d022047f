package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.testing.RealServers;
import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that whoever asked for them cancels, tries again and is told of, with a real FFmpeg. */
@TestInstance(Lifecycle.PER_CLASS)
class JobsInHandIT {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir static Path folder;
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private Hub hub;
  private Api creator;

  /** What came to the receiver. */
  record Told(HttpHeaders headers, String body) {}

  @BeforeAll
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          told.add(new Told(HttpHeaders.of(exchange.getRequestHeaders(), (n, v) -> true), body));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    hub =
        Hub.start(
            folder.resolve("hub"),
            Map.of("ALN_OUTBOUND_ALLOW", "127.0.0.1", "ALN_MEDIA_SEGMENT_LENGTH", "30s"));
    creator = hub.user();
  }

  @AfterAll
  void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
    receiver.stop(0);
  }

  @Test
  void cancellingEndsFfmpegSoonAndSoDoesDeleting() {
    UUID asset = creator.upload(Clips.longFilm(folder));
    creator.awaitEncoding(asset);
    assertThat(encoders(asset)).isPositive();
    String job = "/jobs/" + creator.asset(asset).path("jobId").asText();
    long begun = System.nanoTime();
    JsonNode ended = creator.post(job + "/cancel").expect(200).json();
    assertThat(ended.at("/failure/code").asText()).isEqualTo("cancelled");
    Duration took = awaitNoEncoder(asset, begun);
    assertThat(took).isLessThan(Duration.ofSeconds(10));
    creator.post(job + "/cancel").expect(200);
    assertThat(creator.asset(asset).at("/failure/message").asText()).contains("retry");

    creator.post(job + "/retry").expect(202);
    creator.awaitEncoding(asset);
    begun = System.nanoTime();
    creator.delete("/api/assets/" + asset).expect(204);
    Duration deleted = awaitNoEncoder(asset, begun);
    assertThat(deleted).isLessThan(Duration.ofSeconds(10));
    System.out.printf("FFmpeg ended after %s; of a deleted asset after %s%n", took, deleted);
    creator.post(job + "/retry").refuses(409);
  }

  @Test
  void aRetriedJobCompletesAndItsRequesterIsToldOfEachEnd() throws Exception {
    UUID asset = creator.upload(Clips.glimpse(folder));
    creator.awaitComplete(asset, LONG);
    String key = "user_" + creator.id() + "/" + asset + "/source";
    String hook = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    creator.post("/jobs", Map.of("input_key", key, "priority", "high")).refuses(403);
    String inner =
        creator
            .post("/jobs", Map.of("input_key", key, "callback_url", "http://10.0.0.1/"))
            .refuses(422)
            .problem();
    assertThat(inner).isEqualTo("address-not-public");
    JsonNode job =
        creator.post("/jobs", Map.of("input_key", key, "callback_url", hook)).expect(201).json();
    String path = "/jobs/" + job.path("jobId").asText();
    creator.post(path + "/cancel").expect(200);
    assertThat(creator.asset(asset).path("status").asText())
        .as("still plays")
        .isEqualTo("complete");
    creator.post(path + "/retry").expect(202);
    await()
        .atMost(LONG)
        .until(
            () -> creator.get(path).expect(200).json().path("status").asText().equals("complete"));
    creator.post(path + "/cancel").refuses(409);
    creator.patch(path, Map.of("priority", "low")).refuses(409);
    await().atMost(LONG).until(() -> told.size() == 2);
    String secret = creator.get("/api/callbacks/secret").expect(200).json().path("secret").asText();
    for (Told each : told) {
      new Webhook(secret).verify(each.body(), each.headers());
    }
    assertThat(told.stream().map(Told::body).collect(Collectors.joining()))
        .contains("\"job.failed\"", "\"cancelled\"", "\"job.complete\"");
    String list = "/api/callbacks?job=" + job.path("jobId").asText();
    await("both are noted")
        .until(
            () -> creator.get(list).expect(200).json().path("items").findValuesAsText("status"),
            List.of("delivered", "delivered")::equals);
    JsonNode read = creator.get(path).expect(200).json();
    assertThat(read.path("callbackUrl").asText()).isEqualTo(hook);
    assertThat(creator.get(read.path("receipts").asText()).expect(200).json().path("tasks"))
        .isNotEmpty();
    assertThat(creator.get("/jobs?asset=" + asset).expect(200).json().path("items")).hasSize(2);
    assertThat(creator.get("/jobs?type=audio&asset=" + asset).json().path("items")).isEmpty();
    creator.get("/jobs?since=yesterday").refuses(400);
    hub.user().get(path).refuses(404);
  }

  @Test
  void whatThePageAboutJobsTellsToTypeIsRight() throws Exception {
    Path jq = RealServers.jq().toPath();
    UUID asset = creator.upload(Clips.film(folder, 15));
    creator.awaitComplete(asset, LONG);
    Path said = folder.resolve("said.log");
    var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", examples());
    builder.environment().put("HUB", hub.address().toString());
    builder.environment().put("TOKEN", creator.token());
    builder.environment().put("KEY", "user_" + creator.id() + "/" + asset + "/source");
    builder.environment().merge("PATH", jq.getParent().toString(), (old, own) -> own + ":" + old);
    Process shell = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    boolean ended = shell.waitFor(LONG.toSeconds(), TimeUnit.SECONDS);
    shell.destroyForcibly();
    assertThat(ended && shell.exitValue() == 0).as(Files.readString(said)).isTrue();
    assertThat(Files.readString(said)).contains("normal\n", "cancelled\n");
    assertThat(creator.asset(asset).path("status").asText()).isEqualTo("complete");
  }

  private static String examples() throws IOException {
    return SHELL
        .matcher(Files.readString(Path.of("docs", "jobs.md")))
        .results()
        .map((MatchResult each) -> each.group(1))
        .collect(Collectors.joining("\n"));
  }

  private Duration awaitNoEncoder(UUID asset, long since) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> encoders(asset) == 0);
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /** How many processes of the hub read the source of the asset. */
  private long encoders(UUID asset) {
    return hub.process()
        .descendants()
        .filter(each -> each.info().commandLine().orElse("").contains(asset.toString()))
        .count();
  }
}
