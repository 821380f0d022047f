package aln.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hub asks of any store. */
abstract class StoreContract {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final HttpClient browser = HttpClient.newHttpClient();
  private final UUID owner = UUID.randomUUID();
  private final ObjectRef source = Keys.source(owner, UUID.randomUUID());
  StoreClients store;

  abstract StoreConnection connection();

  @BeforeEach
  void makeBuckets() {
    store = StoreClients.of(connection());
    store.buckets().make();
  }

  @Test
  void makesBucketsOnlyOnce() {
    store.buckets().make();
    assertThat(store.objects().list(Keys.DROP, owner + "/", null, 10).objects()).isEmpty();
  }

  @Test
  void takesAPresignedPutFromAPageAndTellsItsTag() throws Exception {
    var answer = put(source, "0123456789");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
        .matches("(?i)\\*|.*etag.*");
    var found = store.objects().head(source).orElseThrow();
    assertThat(found.size()).isEqualTo(10);
    assertThat(found.etag()).isNotBlank();
    assertThat(answer.headers().firstValue("ETag").orElse("").replace("\"", ""))
        .isEqualTo(found.etag());
    assertThat(found.contentType()).isEqualTo("video/mp4");
  }

  @Test
  void servesRangesToAPage() throws Exception {
    put(source, "0123456789");
    var request =
        HttpRequest.newBuilder(store.presigner().get(source, MINUTE))
            .header("Origin", "https://hub.example.org")
            .header("Range", "bytes=2-4")
            .build();

    var answer = browser.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo("234");
    assertThat(answer.headers().firstValue("Content-Range")).contains("bytes 2-4/10");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
        .matches("(?i)\\*|.*content-range.*");
  }

  @Test
  void answersThePreflightOfAnyPage() throws Exception {
    for (var method : new String[] {"PUT", "GET"}) {
      var request =
          HttpRequest.newBuilder(store.uploads().put(source, "video/mp4", 10, null, MINUTE).url())
              .method("OPTIONS", BodyPublishers.noBody())
              .header("Origin", "https://hub.example.org")
              .header("Access-Control-Request-Method", method)
              .header("Access-Control-Request-Headers", "content-type,range")
              .build();

      var answer = browser.send(request, BodyHandlers.ofString());

      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""))
          .isIn("*", "https://hub.example.org");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
          .contains(method);
      assertThat(
              answer.headers().firstValue("Access-Control-Allow-Headers").orElse("").toLowerCase())
          .matches("\\*|(?=.*content-type)(?=.*range).*");
    }
  }

  @Test
  void refusesWhatIsNotSignedOrSignedForAnotherObjectOrTime() throws Exception {
    put(source, "secret");
    URI signed = store.presigner().get(source, MINUTE);
    URI unsigned = URI.create(signed.toString().replaceAll("\\?.*", ""));
    URI other = URI.create(signed.toString().replace("/source", "/other"));
    URI longer = URI.create(signed.toString().replace("X-Amz-Expires=60", "X-Amz-Expires=600"));
    for (URI address : new URI[] {unsigned, other, longer}) {
      assertThat(get(address).statusCode()).as(address.toString()).isEqualTo(403);
    }
    assertThat(get(signed).body()).isEqualTo("secret");
  }

  @Test
  void refusesAnAddressWhoseTimeIsOver() throws Exception {
    put(source, "secret");
    URI brief = store.presigner().get(source, Duration.ofSeconds(1));
    org.awaitility.Awaitility.await().until(() -> get(brief).statusCode() == 403);
  }

  @Test
  void namesDownloads() throws Exception {
    put(source, "0123456789");
    var answer = get(store.presigner().download(source, MINUTE, "été.mp4"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;")
        .contains("%C3%A9t%C3%A9.mp4");
  }

  @Test
  void tellsThatAnObjectIsMissing() {
    assertThat(store.objects().head(source)).isEmpty();
  }

  @Test
  void writesAStretchOfAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("segments"), "0123456789");

    var written = store.objects().put(source, file.toFile(), 3, 4, "video/iso.segment");

    assertThat(get(store.presigner().innerGet(source, MINUTE)).body()).isEqualTo("3456");
    assertThat(store.objects().head(source)).contains(written);
  }

  @Test
  void copiesAndDeletes() throws Exception {
    put(source, "0123456789");
    var copy = new ObjectRef(Keys.TRANSCODED, Keys.ownPrefix(owner) + "copy");

    store.objects().copy(source, copy);
    store.objects().delete(source);
    store.objects().delete(source);

    assertThat(store.objects().head(source)).isEmpty();
    assertThat(get(store.presigner().get(copy, MINUTE)).body()).isEqualTo("0123456789");
  }

  @Test
  void listsPageByPageAndDeletesAPrefixOnly() throws Exception {
    String prefix = Keys.ownPrefix(owner) + "v1/";
    for (int i = 0; i < 5; i++) {
      put(new ObjectRef(Keys.TRANSCODED, prefix + "seg" + i), "x");
    }
    var neighbour = new ObjectRef(Keys.TRANSCODED, Keys.ownPrefix(owner) + "v10/seg0");
    put(neighbour, "x");

    var first = store.objects().list(Keys.TRANSCODED, prefix, null, 3);
    var second = store.objects().list(Keys.TRANSCODED, prefix, first.next(), 3);

    assertThat(first.objects())
        .extracting(found -> found.ref().key())
        .containsExactly(prefix + "seg0", prefix + "seg1", prefix + "seg2");
    assertThat(second.objects())
        .extracting(found -> found.ref().key())
        .containsExactly(prefix + "seg3", prefix + "seg4");
    assertThat(second.next()).isNull();
    assertThat(store.objects().deletePrefix(Keys.TRANSCODED, prefix)).isEqualTo(5);
    assertThat(store.objects().list(Keys.TRANSCODED, prefix, null, 3).objects()).isEmpty();
    assertThat(store.objects().head(neighbour)).isPresent();
  }

  @Test
  void refusesToDeleteAPrefixThatIsNoFolder() {
    assertThatThrownBy(() -> store.objects().deletePrefix(Keys.TRANSCODED, "user_1/v1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private HttpResponse<String> put(ObjectRef ref, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(
                store.uploads().put(ref, "video/mp4", body.length(), null, MINUTE).url())
            .header("Origin", "https://hub.example.org")
            .header("Content-Type", "video/mp4")
            .PUT(BodyPublishers.ofString(body))
            .build();
    return browser.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
