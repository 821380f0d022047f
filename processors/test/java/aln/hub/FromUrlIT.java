package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files from an address, whatever their server does. */
class FromUrlIT {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int PART = 8 << 20;
  private static final long QUOTA = 60L << 20;
  private static final byte[] FILM = bytes(2 * PART + 1000, 1);

  @TempDir static Path folder;
  private static Hub hub;
  private static Origin origin;

  @BeforeAll
  static void start() throws IOException {
    origin = new Origin();
    hub =
        Hub.start(
            folder,
            Map.of(
                "ALN_SERVICES", "gateway,ingestion,content,jobs,notifications",
                "ALN_OUTBOUND_ALLOW", "127.0.0.1",
                "ALN_UPLOAD_QUOTA", QUOTA + "B",
                "ALN_UPLOAD_MAX_SIZE", "50MB",
                "ALN_FETCH_SILENCE", "2s",
                "ALN_FETCH_PAUSE", "100ms",
                "ALN_FETCH_ATTEMPTS", "3"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
    if (origin != null) {
      origin.close();
    }
  }

  private static byte[] bytes(int count, int seed) {
    byte[] made = new byte[count];
    new Random(seed).nextBytes(made);
    return made;
  }

  private static JsonNode fetch(Api creator, String url) {
    JsonNode begun = creator.post("/api/uploads/from-url", Map.of("url", url)).expect(202).json();
    assertThat(begun.path("status").asText()).isEqualTo("pending");
    return begun;
  }

  private static JsonNode asset(Api creator, JsonNode begun) {
    return creator.get("/api/assets/" + begun.path("assetId").asText()).expect(200).json();
  }

  private static JsonNode end(Api creator, JsonNode begun) {
    return await("the end of the fetch")
        .atMost(LONG)
        .until(() -> asset(creator, begun), now -> !now.path("status").asText().equals("pending"));
  }

  private static void assertArrived(Api creator, JsonNode begun, byte[] expected) {
    JsonNode asset = end(creator, begun);
    assertThat(asset.path("failure").isMissingNode()).as(asset.toString()).isTrue();
    assertThat(asset.path("size").asLong()).isEqualTo(expected.length);
    assertThat(asset.has("arrival")).isFalse();
    String key = "user_%s/%s/source".formatted(creator.id(), begun.path("assetId").asText());
    assertThat(hub.store().bytes(Store.RAW, key)).isEqualTo(expected);
    assertThat(used(creator)).isEqualTo(expected.length);
  }

  private static void assertFailed(Api creator, JsonNode begun, String code) {
    JsonNode asset = end(creator, begun);
    assertThat(asset.path("failure").path("code").asText()).as(asset.toString()).isEqualTo(code);
    assertThat(asset.path("failure").path("message").asText()).endsWith(".");
    assertThat(used(creator)).as("what was reserved is given back").isZero();
    assertThat(creator.delete("/api/uploads/" + begun.path("uploadId").asText()).status())
        .isEqualTo(409);
  }

  private static long used(Api creator) {
    return creator.get("/api/uploads/quota").expect(200).json().path("used").asLong();
  }

  @Test
  void bringsAFileInWithItsNameAfterRedirects() {
    Api creator = hub.user();
    String there =
        origin.serve(
            "/named",
            (exchange, asked, turn) -> {
              assertThat(asked.encoding()).isEqualTo("identity");
              exchange
                  .getResponseHeaders()
                  .set("Content-Disposition", "attachment; filename=\"Sahel sunrise.mp4\"");
              Origin.file(exchange, asked, FILM, "\"a\"", FILM.length);
            });
    String here =
        origin.serve(
            "/short",
            (exchange, asked, turn) ->
                Origin.answer(exchange, 302, Map.of("Location", there), new byte[0]));

    JsonNode begun = fetch(creator, here);

    assertArrived(creator, begun, FILM);
    JsonNode asset = asset(creator, begun);
    assertThat(asset.path("filename").asText()).isEqualTo("Sahel sunrise.mp4");
    assertThat(asset.path("title").asText()).isEqualTo("Sahel sunrise");
    assertThat(creator.complete(begun).refuses(409).problem()).isEqualTo("fetched-by-hub");
  }

  @Test
  void goesOnWhereTheConnectionBroke() {
    Api creator = hub.user();
    String url =
        origin.serve(
            "/broken",
            (exchange, asked, turn) ->
                Origin.file(exchange, asked, FILM, "\"a\"", turn == 1 ? PART + 500 : FILM.length));

    assertArrived(creator, fetch(creator, url), FILM);

    assertThat(origin.asked("/broken"))
        .extracting(Origin.Asked::from)
        .containsExactly(0L, (long) PART);
  }

  @Test
  void beginsAnewWhenTheFileHasChangedMeanwhile() {
    Api creator = hub.user();
    byte[] other = bytes(2 * PART + 7, 2);
    String url =
        origin.serve(
            "/changed",
            (exchange, asked, turn) -> {
              if (turn == 1) {
                Origin.file(exchange, asked, FILM, "\"old\"", PART + 500);
              } else {
                Origin.file(exchange, asked, other, "\"new\"", other.length);
              }
            });

    assertArrived(creator, fetch(creator, url), other);
  }

  @Test
  void isNotMisledByAServerThatSendsTheRestOfAnotherFile() {
    Api creator = hub.user();
    byte[] other = bytes(FILM.length, 3);
    String url =
        origin.serve(
            "/misled",
            (exchange, asked, turn) -> {
              if (turn == 1) {
                Origin.file(exchange, asked, FILM, "\"old\"", PART + 500);
              } else {
                // Whatever If-Range says.
                var wanted = new Origin.Asked(asked.range(), "\"new\"", null);
                Origin.file(exchange, wanted, other, "\"new\"", other.length);
              }
            });

    assertArrived(creator, fetch(creator, url), other);
  }

  @Test
  void takesAFileWhoseSizeNobodySays() {
    Api creator = hub.user();
    String url =
        origin.serve(
            "/chunked",
            (exchange, asked, turn) -> {
              exchange.getResponseHeaders().set("Content-Type", "video/mp4");
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(FILM);
            });

    assertArrived(creator, fetch(creator, url), FILM);
  }

  @Test
  void waitsForAServerThatIsBusy() {
    Api creator = hub.user();
    String url =
        origin.serve(
            "/busy",
            (exchange, asked, turn) -> {
              if (turn < 3) {
                Origin.answer(exchange, 503, Map.of("Retry-After", "1"), new byte[0]);
              } else {
                Origin.file(exchange, asked, FILM, "\"a\"", FILM.length);
              }
            });

    assertArrived(creator, fetch(creator, url), FILM);
    assertThat(origin.asked("/busy")).hasSize(3);
  }

  @Test
  void givesUpOnAServerThatNeverSendsAllOfIt() {
    Api creator = hub.user();
    String liar =
        origin.serve(
            "/liar", (exchange, asked, turn) -> Origin.file(exchange, asked, FILM, "\"a\"", 1000));
    String drip =
        origin.serve(
            "/drip",
            (exchange, asked, turn) -> {
              exchange.getResponseHeaders().set("Content-Type", "video/mp4");
              exchange.sendResponseHeaders(200, FILM.length);
              origin.slowly(exchange, FILM, 0, 100);
            });

    JsonNode first = fetch(creator, liar);
    JsonNode second = fetch(creator, drip);
    assertThat(end(creator, second).path("failure").path("message").asText())
        .contains("bytes in 4 seconds");
    assertFailed(creator, first, "source-unreachable");
    assertFailed(creator, second, "source-unreachable");
    assertThat(origin.asked("/liar")).hasSize(3);
  }

  @Test
  void saysAtOnceWhyAFileCannotBeHad() {
    Api creator = hub.user();
    Map<String, String> answers =
        Map.of(
            serveStatus("/gone", 404, Map.of()), "source-not-found",
            serveStatus("/private", 403, Map.of()), "source-forbidden",
            serveStatus("/page", 200, Map.of("Content-Type", "text/html")), "not-a-file",
            serveStatus("/packed", 200, Map.of("Content-Encoding", "gzip")), "content-encoded",
            serveStatus("/inside", 302, Map.of("Location", "http://127.0.0.2:1/")),
                "address-not-public",
            serveStatus("/metadata", 302, Map.of("Location", "http://169.254.169.254/")),
                "address-not-public",
            serveStatus("/round", 302, Map.of("Location", "/round")), "redirects-refused",
            servePromise("/huge", 51L << 20), "too-large",
            serveEndless("/endless"), "too-large");
    answers.forEach((url, code) -> assertFailed(creator, fetch(creator, url), code));
  }

  private static String serveStatus(String path, int status, Map<String, String> headers) {
    return origin.serve(
        path, (exchange, asked, turn) -> Origin.answer(exchange, status, headers, new byte[10]));
  }

  private static String servePromise(String path, long size) {
    return origin.serve(
        path,
        (exchange, asked, turn) -> {
          exchange.getResponseHeaders().set("Content-Type", "video/mp4");
          exchange.sendResponseHeaders(200, size);
          exchange.getResponseBody().write(1);
        });
  }

  private static String serveEndless(String path) {
    return origin.serve(
        path,
        (exchange, asked, turn) -> {
          exchange.getResponseHeaders().set("Content-Type", "video/mp4");
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 10; i++) {
            exchange.getResponseBody().write(FILM);
          }
        });
  }

  @Test
  void neverExceedsTheQuota() {
    Api creator = hub.user();
    JsonNode earlier = creator.initiate("a.mp4", 45L << 20);
    String chunked =
        origin.serve(
            "/chunked-over",
            (exchange, asked, turn) -> {
              exchange.getResponseHeaders().set("Content-Type", "video/mp4");
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(FILM);
            });
    for (String url : new String[] {servePromise("/over", 16L << 20), chunked}) {
      JsonNode asset = end(creator, fetch(creator, url));
      assertThat(asset.path("failure").path("code").asText()).isEqualTo("quota-exceeded");
      assertThat(used(creator)).isEqualTo(45L << 20);
    }
    creator.delete("/api/uploads/" + earlier.path("uploadId").asText()).expect(204);
  }

  @Test
  void refusesAnAddressThatIsNotPublicBeforeAnythingIsNoted() {
    Api creator = hub.user();
    for (String url :
        new String[] {
          "http://169.254.169.254/", "http://10.0.0.1/", "http://0x7f.1/", "ftp://x/y"
        }) {
      Answer refusal = creator.post("/api/uploads/from-url", Map.of("url", url)).refuses(422);
      assertThat(refusal.problem()).startsWith("address-");
    }
    assertThat(creator.get("/api/assets").expect(200).json().path("items")).isEmpty();
  }

  @Test
  void aRepeatedRequestFetchesOnce() {
    Api creator = hub.user();
    String url =
        origin.serve(
            "/once",
            (exchange, asked, turn) -> Origin.file(exchange, asked, FILM, "\"a\"", FILM.length));
    String json = "{\"url\":\"%s\",\"title\":\"Once\"}".formatted(url);
    JsonNode first = creator.repeat("/api/uploads/from-url", "a-key", json).expect(202).json();
    JsonNode again = creator.repeat("/api/uploads/from-url", "a-key", json).expect(202).json();

    assertThat(again).isEqualTo(first);
    assertArrived(creator, first, FILM);
    assertThat(asset(creator, first).path("title").asText()).isEqualTo("Once");
    assertThat(origin.asked("/once")).hasSize(1);
  }

  @Test
  void showsHowFarItIsAndEndsWhenItIsGivenUp() {
    Api creator = hub.user();
    var left = new CountDownLatch(1);
    String url =
        origin.serve(
            "/slow",
            (exchange, asked, turn) -> {
              exchange.getResponseHeaders().set("Content-Type", "video/mp4");
              exchange.sendResponseHeaders(200, FILM.length);
              try {
                origin.slowly(exchange, FILM, 0, 1 << 20);
              } catch (IOException nobodyListens) {
                left.countDown();
              }
            });
    JsonNode begun = fetch(creator, url);
    JsonNode arrival =
        await()
            .atMost(LONG)
            .until(
                () -> asset(creator, begun).path("arrival"),
                now -> now.path("received").asLong() > 0);
    assertThat(arrival.path("expected").asLong()).isEqualTo(FILM.length);
    assertThat(arrival.path("uploadId")).isEqualTo(begun.path("uploadId"));
    assertThat(used(creator)).isEqualTo(FILM.length);

    creator.delete("/api/uploads/" + begun.path("uploadId").asText()).expect(204);
    long begin = System.nanoTime();
    await().atMost(Duration.ofSeconds(15)).until(() -> left.getCount() == 0);
    System.out.printf("the server was left after %.1f s%n", (System.nanoTime() - begin) / 1e9);

    assertThat(used(creator)).isZero();
    creator.get("/api/assets/" + begun.path("assetId").asText()).expect(404);
  }

  @Test
  void isGoneOnWithAfterTheHubWasKilled() throws Exception {
    Api creator = hub.user();
    byte[] film = bytes(4 * PART, 4);
    String url =
        origin.serve(
            "/killed",
            (exchange, asked, turn) -> {
              if (turn > 1) {
                Origin.file(exchange, asked, film, "\"a\"", film.length);
                return;
              }
              exchange.getResponseHeaders().set("Content-Type", "video/mp4");
              exchange.getResponseHeaders().set("ETag", "\"a\"");
              exchange.sendResponseHeaders(200, film.length);
              exchange.getResponseBody().write(film, 0, 2 * PART);
              origin.slowly(exchange, film, 2 * PART, 1 << 20);
            });
    JsonNode begun = fetch(creator, url);
    await()
        .atMost(LONG)
        .until(
            () ->
                asset(creator, begun).path("arrival").path("received").asLong() > 2 * PART + 1000);
    hub.kill();
    hub.restart();

    assertArrived(creator, begun, film);
    assertThat(origin.last("/killed").orElseThrow().from()).isEqualTo(2L * PART);
    assertThat(origin.asked("/killed")).hasSize(2);
  }
}
