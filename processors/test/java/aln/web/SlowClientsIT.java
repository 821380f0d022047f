package aln.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Clients that take their time, many of them. */
class SlowClientsIT extends RunningHub {

  private static final int MANY = 400;

  @Test
  void doNotKeepOthersWaitingAndAreSentAwayThemselves() throws Exception {
    List<Socket> slow = new ArrayList<>();
    ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor();
    try {
      for (int each = 0; each < MANY; each++) {
        slow.add(begin());
      }
      drops.scheduleWithFixedDelay(() -> drop(slow), 1, 1, TimeUnit.SECONDS);
      for (int time = 0; time < 20; time++) {
        long begin = System.nanoTime();
        assertThat(call("GET", "/api/assets", token("user"), null).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/health", null, null).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
      }
      List<Integer> answers = new ArrayList<>();
      for (Socket each : slow) {
        answers.add(status(each));
      }
      assertThat(answers).as("as many as have a thread").containsOnly(408, 503);
      assertThat(answers).filteredOn(each -> each == 408).hasSize(RequestBody.SLOW_ONES);
    } finally {
      drops.shutdownNow();
      for (Socket each : slow) {
        each.close();
      }
    }
  }

  /** A whole head and the beginning of a body. */
  private Socket begin() throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout((int) RequestBody.SLOWEST.multipliedBy(3).toMillis());
    String head =
        "POST /api/auth/login HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000\r\n\r\n{";
    socket.getOutputStream().write(head.getBytes(US_ASCII));
    return socket;
  }

  private static void drop(List<Socket> slow) {
    for (Socket each : slow) {
      try {
        each.getOutputStream().write(' ');
      } catch (IOException sentAway) {
        continue;
      }
    }
  }

  private static int status(Socket socket) throws IOException {
    try {
      byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 408".length());
      return Integer.parseInt(new String(line, US_ASCII).split(" ")[1]);
    } catch (java.net.SocketException reset) {
      return 503; // it was sent away while it was still sending
    }
  }
}
