package aln.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledHubIT {

  @TempDir Path folder;
  private Path data;
  private int databasePort;
  private int brokerPort;
  private int storePort;

  @BeforeEach
  void choosePorts() throws Exception {
    data = folder.resolve("data dir");
    databasePort = freePort();
    brokerPort = freePort();
    storePort = freePort();
  }

  @AfterEach
  void leaveNoPostgres() throws Exception {
    var left = Postmaster.of(cluster());
    if (left.isPresent()) {
      left.get().stop();
    }
  }

  @Test
  void losesNothingWhenItIsKilled() throws Exception {
    try (var hub = start().awaitReady()) {
      hub.process().destroyForcibly().waitFor();
    }
    var orphan = Postmaster.of(cluster()).orElseThrow();
    assertThat(orphan.process().isAlive()).as("PostgreSQL outlives its hub").isTrue();

    try (var hub = Hub.start(data, databasePort, brokerPort, storePort)) {
      assertThat(Sql.query(hub.database(), "SELECT count(*) FROM start")).isEqualTo("1");
      assertThat(orphan.process().isAlive()).as("the orphan is replaced").isFalse();
      try (var rabbit = Rabbit.connect(hub.broker())) {
        assertThat(rabbit.take("aln.inspect")).isEqualTo("wake up");
      }
    }
  }

  @Test
  void stopsTheServersAfterTheirClientsAreDone() throws Exception {
    try (var hub = start().awaitReady()) {
      var postgres = Postmaster.of(cluster()).orElseThrow();
      hub.process().destroy();
      assertThat(hub.process().waitFor(2, TimeUnit.MINUTES)).as("ends").isTrue();
      assertThat(postgres.process().isAlive()).isFalse();
      assertThat(hub.output()).contains("The last work is done");
    }
  }

  @Test
  void endsAndLeavesNothingBehindWhenAPartCannotStart() throws Exception {
    try (var taken = new ServerSocket(brokerPort, 1, InetAddress.getLoopbackAddress());
        var hub = start()) {
      assertThat(hub.process().waitFor(2, TimeUnit.MINUTES)).as("ends by itself").isTrue();
      assertThat(hub.process().exitValue()).isNotZero();
      assertThat(hub.output())
          .contains("The embedded broker cannot start: port " + taken.getLocalPort())
          .contains("ALN_AMQP_PORT=");
      assertThat(Postmaster.of(cluster())).isEmpty();
    }
  }

  private HubProcess start() throws IOException {
    return HubProcess.start(
        folder.resolve("hub.log"),
        Map.of(
            "ALN_DATA_DIR", data.toString(),
            "ALN_DB_PORT", Integer.toString(databasePort),
            "ALN_AMQP_PORT", Integer.toString(brokerPort),
            "ALN_S3_PORT", Integer.toString(storePort)));
  }

  private Path cluster() throws IOException {
    return data.toRealPath().resolve("postgres/data");
  }

  private static int freePort() {
    return Port.claim("a test", "", "127.0.0.1", 0);
  }
}
