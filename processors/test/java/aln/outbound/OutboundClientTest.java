package aln.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import aln.tls.Trust;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundClientTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch enough = new CountDownLatch(1);
  private HttpServer server;
  private OutboundClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/host", each -> answer(each, 200, each.getRequestHeaders().getFirst("Host")));
    server.createContext("/inside", each -> sendOn(each, "http://10.0.0.1/"));
    server.createContext("/round", each -> sendOn(each, "/round"));
    server.createContext("/moved", each -> sendOn(each, "/host"));
    server.createContext(
        "/silent",
        each -> {
          pause();
          each.close();
        });
    server.createContext("/drip", each -> drip(each));
    server.start();
    // The name leads to the server at first, and elsewhere whenever it is asked again.
    Destinations destinations =
        new Destinations(
            new OutboundSettings(List.of("127.0.0.1")),
            host ->
                new InetAddress[] {
                  InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1")
                });
    client = new OutboundClient(destinations, Trust.of(""));
  }

  @AfterEach
  void stop() {
    enough.countDown();
    client.destroy();
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void sendOn(HttpExchange exchange, String location) throws IOException {
    asked.set(0);
    exchange.getResponseHeaders().add("Location", location);
    answer(exchange, 302, "");
  }

  private void pause() {
    try {
      enough.await(LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1000);
    exchange.getResponseBody().write(1);
    exchange.getResponseBody().flush();
    pause();
    exchange.getResponseBody().write(new byte[999]);
    exchange.close();
  }

  private URI at(String path) {
    return URI.create("http://films.example:" + server.getAddress().getPort() + path);
  }

  private static OutboundRequest get(URI address, Duration silence, Duration whole) {
    return OutboundRequest.get(address, Map.of(), silence, whole);
  }

  private OutboundCall call(String path) {
    return client.call(get(at(path), LONG, LONG));
  }

  @Test
  void connectsToTheAddressThatWasCheckedAndAsksForTheName() throws IOException {
    try (OutboundResponse response = call("/host").open()) {
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).hasContent("films.example:" + server.getAddress().getPort());
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void aNameThatLeadsElsewhereTheNextTimeIsRefused() throws IOException {
    call("/host").open().close();

    assertThatThrownBy(() -> call("/host").open()).isInstanceOf(AddressRefused.class);
  }

  @Test
  void followsAndChecksEachHop() throws IOException {
    try (OutboundResponse response = call("/moved").open()) {
      assertThat(response.address()).isEqualTo(at("/host"));
      assertThat(response.status()).isEqualTo(200);
    }
    asked.set(0);
    assertThatThrownBy(() -> call("/inside").open())
        .isInstanceOf(AddressRefused.class)
        .hasMessageContaining("10.0.0.1");
  }

  @Test
  void goesRoundInACircleForFiveTimesOnly() {
    assertThatThrownBy(() -> call("/round").open())
        .isInstanceOf(AddressRefused.class)
        .extracting(each -> ((AddressRefused) each).code())
        .isEqualTo("redirects-refused");
  }

  @Test
  void somebodyWhoIsToldSomethingSendsNobodyOn() throws IOException {
    var request = OutboundRequest.post(at("/moved"), Map.of(), new byte[] {1}, LONG);

    try (OutboundResponse response = client.call(request).open()) {
      assertThat(response.status()).isEqualTo(302);
      assertThat(response.header("Location")).isEqualTo("/host");
    }
  }

  @Test
  void waitsForNobodyLongerThanItSays() {
    Duration moment = Duration.ofMillis(300);

    assertThatIOException().isThrownBy(() -> client.call(get(at("/silent"), moment, LONG)).open());
    asked.set(0);
    var patient =
        new OutboundRequest("GET", at("/silent"), Map.of(), new byte[0], 0, LONG, moment, LONG);
    assertThatIOException()
        .isThrownBy(() -> client.call(patient).open())
        .withMessageContaining("no answer in");
  }

  @Test
  void endsWhatTakesTooLongAltogether() throws IOException {
    Duration whole = Duration.ofMillis(500);

    try (OutboundResponse response = client.call(get(at("/drip"), LONG, whole)).open()) {
      InputStream body = response.body();
      assertThat(body.read()).isEqualTo(1);
      assertTimeout(Duration.ofSeconds(10), () -> assertThatIOException().isThrownBy(body::read));
    }
  }

  @Test
  void anAnswerThatHasBegunMayTakeItsTime() throws IOException {
    Duration moment = Duration.ofMillis(300);
    var request =
        new OutboundRequest("GET", at("/drip"), Map.of(), new byte[0], 0, LONG, moment, LONG);

    try (OutboundResponse response = client.call(request).open()) {
      long begin = System.nanoTime();
      await().until(() -> System.nanoTime() - begin > 2 * moment.toNanos());
      enough.countDown();
      assertThat(response.body().readAllBytes()).hasSize(1000);
    }
  }

  @Test
  void whoeverClosesACallEndsItAtOnce() {
    OutboundCall call = call("/silent");
    var opened = threads.submit(call::open);
    await().until(() -> asked.get() == 1);

    call.close();

    await().atMost(Duration.ofSeconds(5)).until(opened::isDone);
    assertThatThrownBy(opened::get).hasCauseInstanceOf(IOException.class);
    assertThatIOException().isThrownBy(call::open);
  }
}
