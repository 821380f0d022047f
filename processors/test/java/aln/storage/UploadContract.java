package aln.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import aln.storage.FormPresigner.Form;
import aln.storage.UploadPresigner.Target;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What any store must refuse by itself, and how it keeps parts. */
abstract class UploadContract {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int LEAST = 5 << 20;

  private final HttpClient browser = HttpClient.newHttpClient();
  private final ObjectRef source = Keys.source(UUID.randomUUID(), UUID.randomUUID());
  private StoreClients store;

  abstract StoreConnection connection();

  @BeforeEach
  void makeBuckets() {
    store = StoreClients.of(connection());
    store.buckets().make();
  }

  @Test
  void aPutTakesWhatWasSignedAndNothingElse() throws Exception {
    Target target = store.uploads().put(source, "video/mp4", 10, null, MINUTE);
    assertThat(put(target, "012345678").statusCode()).as("too few").isEqualTo(403);
    assertThat(put(target, "0123456789a").statusCode()).as("too many").isEqualTo(403);
    var page = new Target(target.url(), java.util.Map.of("Content-Type", "text/html"));
    assertThat(put(page, "0123456789").statusCode()).as("another type").isEqualTo(403);
    assertThat(store.objects().head(source)).isEmpty();

    assertThat(put(target, "0123456789").statusCode()).isEqualTo(200);
    assertThat(store.objects().head(source).orElseThrow().contentType()).isEqualTo("video/mp4");
  }

  @Test
  void aPutTakesOnlyTheBytesOfItsDigest() throws Exception {
    String digest = sha256("0123456789".getBytes(UTF_8));
    Target target = store.uploads().put(source, "video/mp4", 10, digest, MINUTE);
    assertThat(put(target, "0123456780").statusCode()).isEqualTo(400);
    assertThat(store.objects().head(source)).isEmpty();
    assertThat(put(target, "0123456789").statusCode()).isEqualTo(200);
  }

  @Test
  void partsBecomeOneObjectWhateverTheirOrder() throws Exception {
    byte[] first = bytes(LEAST);
    byte[] second = bytes(1000);
    String upload = store.multiparts().begin(source, "video/mp4");
    assertThat(store.multiparts().parts(source, upload).orElseThrow()).isEmpty();

    put(part(upload, 2, second.length), second, 200);
    put(part(upload, 1, first.length), first, 200);
    List<Part> parts = store.multiparts().parts(source, upload).orElseThrow();
    assertThat(parts)
        .containsExactly(new Part(1, md5(first), LEAST), new Part(2, md5(second), second.length));
    assertThat(store.multiparts().complete(source, upload, parts)).contains(joined(first, second));

    StoredObject found = store.objects().head(source).orElseThrow();
    assertThat(found.size()).isEqualTo(LEAST + 1000L);
    assertThat(found.contentType()).isEqualTo("video/mp4");
    assertThat(found.etag()).isEqualTo(joined(first, second));
    var whole = new ByteArrayOutputStream();
    store.objects().read(source, whole);
    assertThat(sha256(whole.toByteArray())).isEqualTo(sha256(joinedBytes(first, second)));
  }

  @Test
  void aPartTakesItsSizeAndNoOther() throws Exception {
    String upload = store.multiparts().begin(source, "video/mp4");
    put(part(upload, 1, 1000), bytes(1001), 403);
    put(part(upload, 1, 1000), bytes(999), 403);
    assertThat(store.multiparts().parts(source, upload).orElseThrow()).isEmpty();
    store.multiparts().abort(source, upload);
  }

  @Test
  void tellsAllOfMoreThanAThousandParts() throws Exception {
    String upload = store.multiparts().begin(source, "video/mp4");
    for (int number = 1; number <= 1001; number++) {
      put(part(upload, number, 1), new byte[1], 200);
    }
    assertThat(store.multiparts().parts(source, upload).orElseThrow())
        .extracting(Part::number)
        .hasSize(1001)
        .isSorted()
        .doesNotHaveDuplicates();
    store.multiparts().abort(source, upload);
  }

  @Test
  void anAbortedUploadIsUnknown() throws Exception {
    String upload = store.multiparts().begin(source, "video/mp4");
    Target part = part(upload, 1, 1000);
    put(part, bytes(1000), 200);
    store.multiparts().abort(source, upload);
    store.multiparts().abort(source, upload);
    assertThat(store.multiparts().parts(source, upload).orElse(List.of())).isEmpty();
    assertThat(store.multiparts().complete(source, upload, List.of(new Part(1, "0", 1)))).isEmpty();
    put(part, bytes(1000));
    assertThat(store.objects().head(source)).as("whatever comes late").isEmpty();
  }

  @Test
  void aFormTakesUpToItsLimitAndItsTypeOnly() throws Exception {
    Form form = store.forms().form(source, "video/mp4", 10, MINUTE);
    assertThat(post(form, "video/mp4", "0123456789a")).as("too many").isEqualTo(400);
    assertThat(post(form, "text/html", "0123456789")).as("another type").isEqualTo(403);
    assertThat(store.objects().head(source)).isEmpty();
    assertThat(post(form, "video/mp4", "012345678")).isBetween(200, 204);
    assertThat(store.objects().head(source).orElseThrow().size()).isEqualTo(9);
  }

  private Target part(String upload, int number, long size) {
    return store.uploads().part(source, upload, number, size, MINUTE);
  }

  private HttpResponse<String> put(Target target, String body) throws Exception {
    return put(target, body.getBytes(UTF_8));
  }

  private void put(Target target, byte[] body, int status) throws Exception {
    var answer = put(target, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }

  private HttpResponse<String> put(Target target, byte[] body) throws Exception {
    var request =
        HttpRequest.newBuilder(target.url())
            .header("Origin", "https://hub.example.org")
            .PUT(BodyPublishers.ofByteArray(body));
    target.headers().forEach(request::header);
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private int post(Form form, String type, String file) throws Exception {
    var body = new StringBuilder();
    form.fields()
        .forEach(
            (name, value) ->
                body.append(
                    "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(name, name.equals("Content-Type") ? type : value)));
    body.append("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n");
    body.append("Content-Type: %s\r\n\r\n%s\r\n--edge--\r\n".formatted(type, file));
    URI action = form.url();
    var request =
        HttpRequest.newBuilder(action)
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofString(body.toString()));
    return browser.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private static byte[] bytes(int count) {
    byte[] made = new byte[count];
    new Random(count).nextBytes(made);
    return made;
  }

  private static byte[] joinedBytes(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** The tag of an object that was put together: the MD5 of its parts' MD5s, and their number. */
  private static String joined(byte[]... parts) throws Exception {
    var digests = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      digests.writeBytes(MessageDigest.getInstance("MD5").digest(part));
    }
    return md5(digests.toByteArray()) + "-" + parts.length;
  }

  private static String md5(byte[] bytes) throws Exception {
    return java.util.HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
