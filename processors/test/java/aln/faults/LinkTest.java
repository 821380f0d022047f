package aln.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import aln.faults.Trap.Damage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {

  private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
  private ServerSocket server;
  private Link link;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    link = new Link(server.getLocalPort());
    Wire.inBackground(
        () -> {
          while (!server.isClosed()) {
            try {
              accepted.add(server.accept());
            } catch (IOException closed) {
              return;
            }
          }
        });
  }

  @AfterEach
  void close() throws IOException {
    link.close();
    server.close();
  }

  @Test
  void passesBothWays() throws Exception {
    try (Socket client = client();
        Socket served = served()) {
      send(client, "question");
      assertThat(read(served, 8)).isEqualTo("question");
      send(served, "answer");
      assertThat(read(client, 6)).isEqualTo("answer");
      client.shutdownOutput();
      assertThat(served.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void holdsOneWayAndLetsGoWithoutLoss() throws Exception {
    try (Socket client = client();
        Socket served = served()) {
      link.hold(Direction.TO_SERVER);
      send(client, "held");
      await().until(() -> link.hits() == 1);
      send(served, "passes");
      assertThat(read(client, 6)).isEqualTo("passes");
      assertNothingComes(served);
      link.pass();
      assertThat(read(served, 4)).isEqualTo("held");
    }
  }

  @Test
  void whatWasHeldIsLostWhenTheConnectionIsDropped() throws Exception {
    try (Socket client = client();
        Socket served = served()) {
      link.hold(Direction.TO_SERVER);
      send(client, "lost");
      await().until(() -> link.hits() == 1);
      link.drop();
      link.pass();
      assertThatThrownBy(() -> read(served, 1)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusesWhileItIsCut() throws Exception {
    try (Socket client = client();
        Socket served = served()) {
      link.cut();
      assertThatThrownBy(() -> read(client, 1)).isInstanceOf(SocketException.class);
      assertThatThrownBy(() -> read(served, 1)).isInstanceOf(SocketException.class);
      // The kernel listens until the thread that accepts has noticed.
      await()
          .untilAsserted(
              () -> assertThatThrownBy(this::client).isInstanceOf(ConnectException.class));
    }
    link.pass();
    try (Socket client = client();
        Socket served = served()) {
      send(client, "again");
      assertThat(read(served, 5)).isEqualTo("again");
    }
  }

  @Test
  void resetsAtTheExactByte() throws Exception {
    try (Socket client = client();
        Socket served = served()) {
      link.set(Trap.at(Direction.TO_SERVER, "PUT", 5, Damage.RESET));
      send(client, "GET it. PUT it there");
      await().until(() -> link.hits() == 1);
      assertThat(served.getInputStream().available()).isIn(0, 13);
      assertThatThrownBy(() -> read(served, 20)).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void truncatesEveryConnectionAtTheExactByteUntilItPasses() throws Exception {
    link.set(Trap.always(Direction.TO_CLIENT, "", 6, Damage.TRUNCATE));
    for (int i = 0; i < 2; i++) {
      try (Socket client = client();
          Socket served = served()) {
        send(served, "123");
        assertThat(read(client, 3)).isEqualTo("123");
        send(served, "45678");
        assertThat(new String(client.getInputStream().readAllBytes(), UTF_8)).isEqualTo("456");
      }
    }
    assertThat(link.hits()).isEqualTo(2);
    link.pass();
    try (Socket client = client();
        Socket served = served()) {
      send(served, "12345678");
      assertThat(read(client, 8)).isEqualTo("12345678");
    }
  }

  @Test
  void holdsFromTheNthWordsOn() throws Exception {
    try (Socket client = client();
        Socket served = served()) {
      link.set(new Trap(Direction.TO_SERVER, "PUT", 2, 0, Damage.HOLD, false));
      send(client, "PUT 1 ");
      send(client, "PUT 2 ");
      await().until(() -> link.hits() > 0);
      assertThat(read(served, 6)).isEqualTo("PUT 1 ");
      assertNothingComes(served);
      link.pass();
      assertThat(read(served, 6)).isEqualTo("PUT 2 ");
    }
  }

  @Test
  void answersBusyInPlaceOfAStore() throws Exception {
    link.refuse("PUT");
    try (Socket client = client()) {
      send(client, "PUT /film HTTP/1.1\r\nContent-Length: 4\r\n\r\nfi");
      send(client, "lm");
      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 503 ")
          .endsWith("</Error>");
    }
    assertThat(link.hits()).isEqualTo(1);
  }

  private Socket client() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), link.port());
  }

  private Socket served() throws InterruptedException {
    return accepted.poll(10, TimeUnit.SECONDS);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
  }

  private static String read(Socket socket, int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), UTF_8);
  }

  private static void assertNothingComes(Socket socket) throws IOException {
    socket.setSoTimeout(50);
    assertThatThrownBy(() -> socket.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    socket.setSoTimeout(0);
  }
}
