package aln.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The database comes after the hub, or not at all, or does not let it in. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseWaitIT {

  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir Path data;

  @Test
  void waitsForADatabaseThatComesAndAsksOnlyOnceOneThatRefuses(CapturedOutput output)
      throws Exception {
    int port = free();
    var coming = new DatabaseConnection(address(port), "aln", "unknown yet");
    var waiting = CompletableFuture.supplyAsync(() -> DatabaseWait.await(coming, LONG));
    await().until(() -> output.getOut().contains("cannot be reached yet"));
    assertThat(waiting).isNotDone();

    try (var parts = Hub.start(data, port, 0, 0)) {
      parts.database();
      await("it refuses the password, and that is an answer")
          .atMost(Duration.ofSeconds(20))
          .until(waiting::isDone);
    }
    assertThat(output.getOut().split("cannot be reached yet", -1)).as("said once").hasSize(2);
  }

  @Test
  void givesUpAfterItsPatience() throws IOException {
    var away = new DatabaseConnection(address(free()), "aln", "");
    long begin = System.nanoTime();
    assertThat(DatabaseWait.await(away, Duration.ofSeconds(2))).isEqualTo(away);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
  }

  private static String address(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/aln";
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
