package aln.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreCircuitTest {

  private static final ObjectRef REF = new ObjectRef(Keys.RAW, "key");

  private final AtomicInteger asked = new AtomicInteger();
  private volatile int status;
  private HttpServer server;
  private StoreClients store;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    store = StoreClients.of(new StoreConnection(address, address, "r", "a", "s"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void staysClosedWhileObjectsAreOnlyMissing() {
    status = 404;
    for (int i = 0; i < 20; i++) {
      assertThat(store.objects().head(REF)).isEmpty();
    }
    assertThat(store.circuit().isOpen()).isFalse();
    assertThat(store.circuit().retryAfter()).isZero();
    assertThat(store.circuit().reason()).isNull();
  }

  @Test
  void asksAStoreThatFailsNoMoreAndSaysSinceWhen() {
    fail(5);
    assertThat(store.circuit().isOpen()).isTrue();
    assertThat(store.circuit().retryAfter()).isPositive();
    int before = asked.get();
    assertThatThrownBy(() -> store.objects().head(REF))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("has failed since")
        .hasMessageContaining("ALN_S3_ENDPOINT");
    assertThat(asked).hasValue(before);
  }

  @Test
  void staysClosedWhileMostCallsWork() {
    status = 404;
    for (int i = 0; i < 6; i++) {
      store.objects().head(REF);
    }
    fail(5);
    assertThat(store.circuit().isOpen()).isFalse();
  }

  @Test
  void closesByItselfWhenTheStoreIsBack() {
    try (var probe = new StoreProbe(store.circuit(), store.client())) {
      fail(5);
      status = 404;
      await().until(() -> !store.circuit().isOpen());
      assertThat(store.objects().head(REF)).isEmpty();
    }
  }

  @Test
  void opensWhenADoubtTurnsOutToBeRight() {
    try (var probe = new StoreProbe(store.circuit(), store.client())) {
      status = 503;
      store.circuit().suspect();
      await().until(() -> store.circuit().isOpen());
    }
  }

  @Test
  void staysClosedWhenADoubtIsWrong() {
    try (var probe = new StoreProbe(store.circuit(), store.client())) {
      status = 404;
      store.circuit().suspect();
      await().untilAtomic(asked, is(1));
      assertThat(store.circuit().isOpen()).isFalse();
    }
  }

  private void fail(int times) {
    status = 503;
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> store.objects().head(REF)).isInstanceOf(StoreUnavailable.class);
    }
  }
}
