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

  private final Fetcher fetcher = Fetcher.at(hub);

  @Test
  void bringsAFileInWithItsNameAfterRedirects() {
    String there =
        origin.serve(
            "/named",
            (exchange, asked, turn) -> {
              assertThat(asked.encoding()).isEqualTo("identity");
              exchange
                  .getResponseHeaders()
                  .set("Content-Disposition", "attachment; filename=\"Sahel sunrise.mp4\"");
              Pages.whole(FILM).answer(exchange, asked, turn);
            });
    String here = origin.serve("/short", Pages.answering(302, Map.of("Location", there)));

    JsonNode begun = fetcher.begin(here);

    fetcher.assertArrives(begun, FILM);
    JsonNode asset = fetcher.asset(begun);
    assertThat(asset.path("filename").asText()).isEqualTo("Sahel sunrise.mp4");
    assertThat(asset.path("title").asText()).isEqualTo("Sahel sunrise");
    assertThat(fetcher.creator().complete(begun).refuses(409).problem())
        .isEqualTo("fetched-by-hub");
  }

  @Test
  void goesOnWhereTheConnectionBroke() {
    String url = origin.serve("/broken", Pages.breaking(FILM, PART + 500));

    fetcher.assertArrives(fetcher.begin(url), FILM);

    assertThat(origin.asked("/broken"))
        .extracting(Origin.Asked::from)
        .containsExactly(0L, (long) PART);
  }

  @Test
  void beginsAnewWhenTheFileHasChangedMeanwhile() {
    byte[] other = bytes(2 * PART + 7, 2);
    String url = origin.serve("/changed", Pages.changing(FILM, PART + 500, Pages.other(other)));

    fetcher.assertArrives(fetcher.begin(url), other);
  }

  @Test
  void isNotMisledByAServerThatSendsTheRestOfAnotherFile() {
    byte[] other = bytes(FILM.length, 3);
    String url = origin.serve("/misled", Pages.changing(FILM, PART + 500, Pages.misleading(other)));

    fetcher.assertArrives(fetcher.begin(url), other);
  }

  @Test
  void takesAFileWhoseSizeNobodySays() {
    String url = origin.serve("/chunked", Pages.chunked(FILM, 1));

    fetcher.assertArrives(fetcher.begin(url), FILM);
  }

  @Test
  void waitsForAServerThatIsBusy() {
    String url =
        origin.serve(
            "/busy",
            (exchange, asked, turn) -> {
              if (turn < 3) {
                Origin.answer(exchange, 503, Map.of("Retry-After", "1"), new byte[0]);
              } else {
                Pages.whole(FILM).answer(exchange, asked, turn);
              }
            });

    fetcher.assertArrives(fetcher.begin(url), FILM);
    assertThat(origin.asked("/busy")).hasSize(3);
  }

  @Test
  void givesUpOnAServerThatNeverSendsAllOfIt() {
    String liar = origin.serve("/liar", Pages.breakingAlways(FILM, 1000));
    String drip =
        origin.serve(
            "/drip",
            (exchange, asked, turn) -> {
              exchange.getResponseHeaders().set("Content-Type", "video/mp4");
              exchange.sendResponseHeaders(200, FILM.length);
              origin.slowly(exchange, FILM, 0, 100);
            });

    JsonNode first = fetcher.begin(liar);
    JsonNode second = fetcher.begin(drip);
    assertThat(fetcher.end(second).path("failure").path("message").asText())
        .contains("bytes in 4 seconds");
    fetcher.assertFails(first, "source-unreachable");
    fetcher.assertFails(second, "source-unreachable");
    assertThat(origin.asked("/liar")).hasSize(3);
  }

  @Test
  void saysAtOnceWhyAFileCannotBeHad() {
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
            origin.serve("/huge", Pages.promising(51L << 20)), "too-large",
            origin.serve("/endless", Pages.chunked(FILM, 10)), "too-large");
    answers.forEach((url, code) -> fetcher.assertFails(fetcher.begin(url), code));
  }

  private static String serveStatus(String path, int status, Map<String, String> headers) {
    return origin.serve(path, Pages.answering(status, headers));
  }

  @Test
  void neverExceedsTheQuota() {
    JsonNode earlier = fetcher.creator().initiate("a.mp4", 45L << 20);
    String promised = origin.serve("/over", Pages.promising(16L << 20));
    String chunked = origin.serve("/chunked-over", Pages.chunked(FILM, 1));
    for (String url : new String[] {promised, chunked}) {
      JsonNode asset = fetcher.end(fetcher.begin(url));
      assertThat(asset.path("failure").path("code").asText()).isEqualTo("quota-exceeded");
      assertThat(fetcher.used()).isEqualTo(45L << 20);
    }
    fetcher.giveUp(earlier).expect(204);
  }

  @Test
  void refusesAnAddressThatIsNotPublicBeforeAnythingIsNoted() {
    Api creator = fetcher.creator();
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
    String url = origin.serve("/once", Pages.whole(FILM));
    String json = "{\"url\":\"%s\",\"title\":\"Once\"}".formatted(url);
    Api creator = fetcher.creator();
    JsonNode first = creator.repeat("/api/uploads/from-url", "a-key", json).expect(202).json();
    JsonNode again = creator.repeat("/api/uploads/from-url", "a-key", json).expect(202).json();

    assertThat(again).isEqualTo(first);
    fetcher.assertArrives(first, FILM);
    assertThat(fetcher.asset(first).path("title").asText()).isEqualTo("Once");
    assertThat(origin.asked("/once")).hasSize(1);
  }

  @Test
  void showsHowFarItIsAndEndsWhenItIsGivenUp() {
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
    JsonNode begun = fetcher.begin(url);
    JsonNode arrival = fetcher.arrival(begun, 0);
    assertThat(arrival.path("expected").asLong()).isEqualTo(FILM.length);
    assertThat(arrival.path("uploadId")).isEqualTo(begun.path("uploadId"));
    assertThat(fetcher.used()).isEqualTo(FILM.length);

    fetcher.giveUp(begun).expect(204);
    await("the server is left").atMost(Duration.ofSeconds(15)).until(() -> left.getCount() == 0);

    assertThat(fetcher.used()).isZero();
    fetcher.creator().get("/api/assets/" + begun.path("assetId").asText()).expect(404);
  }

  @Test
  void isGoneOnWithAfterTheHubWasKilled() throws Exception {
    byte[] film = bytes(4 * PART, 4);
    String url =
        origin.serve(
            "/killed",
            (exchange, asked, turn) -> {
              if (turn > 1) {
                Pages.whole(film).answer(exchange, asked, turn);
                return;
              }
              exchange.getResponseHeaders().set("Content-Type", "video/mp4");
              exchange.getResponseHeaders().set("ETag", "\"a\"");
              exchange.sendResponseHeaders(200, film.length);
              exchange.getResponseBody().write(film, 0, 2 * PART);
              origin.slowly(exchange, film, 2 * PART, 1 << 20);
            });
    JsonNode begun = fetcher.begin(url);
    fetcher.arrival(begun, 2 * PART + 1000);
    hub.kill();
    hub.restart();

    fetcher.assertArrives(begun, film);
    assertThat(origin.last("/killed").orElseThrow().from()).isEqualTo(2L * PART);
    assertThat(origin.asked("/killed")).hasSize(2);
  }
}
