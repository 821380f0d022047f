package aln.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that answers well and may have kept something else than it says. */
class LyingStoreTest {

  private static final ObjectRef DROPPED = new ObjectRef("drop", "amina/film.mp4");
  private static final ObjectRef SOURCE = new ObjectRef("raw-assets", "user_1/2/source");
  private static final StoredObject FILE = new StoredObject(DROPPED, 10, "original", null);

  private static final String WRITTEN = "<LastModified>2026-11-21T12:00:00.000Z</LastModified>";
  private static final String JOINED = "<Location>-</Location><Bucket>-</Bucket><Key>-</Key>";

  private HttpServer server;
  private StoreClients clients;
  private UnchangedObjects objects;

  /** What it shows of the copy. */
  private int size = 10;

  private String etag = "copied";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    var store = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    var connection = new StoreConnection(store, store, "us-east-1", "access", "secret");
    clients = StoreClients.of(connection);
    objects = new UnchangedObjects(clients.client(), clients.objects(), connection);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void isBelievedWhenItShowsWhatItSays() {
    assertThat(objects.copy(FILE, SOURCE)).contains(new StoredObject(SOURCE, 10, "copied", "-"));
  }

  @Test
  void isNotBelievedWhenTheCopyHasAnotherSize() {
    size = 9;
    assertThatThrownBy(() -> objects.copy(FILE, SOURCE)).hasMessageContaining("other bytes");
  }

  @Test
  void isNotBelievedWhenTheCopyHasAnotherTag() {
    etag = "something else";
    assertThatThrownBy(() -> objects.copy(FILE, SOURCE)).hasMessageContaining("other bytes");
  }

  @Test
  void saysOfWhatItHasMadeOfTheParts() {
    var parts = List.of(new Part(1, "one", 10));
    assertThat(clients.multiparts().complete(SOURCE, "the store's", parts)).contains("joined-1");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean copy = exchange.getRequestURI().getPath().startsWith("/raw-assets/");
      switch (exchange.getRequestMethod()) {
        case "HEAD" -> show(exchange, copy ? size : 10, copy ? etag : FILE.etag());
        case "PUT" -> say(exchange, "CopyObjectResult", "copied", WRITTEN);
        default -> say(exchange, "CompleteMultipartUploadResult", "joined-1", JOINED);
      }
    }
  }

  private static void show(HttpExchange exchange, int size, String etag) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("ETag", '"' + etag + '"');
    headers.set("Content-Length", Integer.toString(size));
    headers.set("Content-Type", "-");
    headers.set("Last-Modified", "Sat, 21 Nov 2026 12:00:00 GMT");
    exchange.sendResponseHeaders(200, -1);
  }

  private static void say(HttpExchange exchange, String result, String etag, String more)
      throws IOException {
    byte[] body = "<%s><ETag>\"%s\"</ETag>%s</%1$s>".formatted(result, etag, more).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
