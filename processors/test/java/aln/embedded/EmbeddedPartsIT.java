package aln.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPartsIT {

  @TempDir static Path data;
  private static EmbeddedParts hub;

  @BeforeAll
  static void start() {
    hub = Hub.start(data);
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  @Test
  void keepsRowsQueuesAndMessagesOverARestart() throws Exception {
    Sql.execute(hub.database(), "CREATE TABLE work AS SELECT 'a film' AS title");
    try (var rabbit = Rabbit.connect(hub.broker())) {
      rabbit.declare("aln.inspect");
      rabbit.send("aln.inspect", "wake up");
    }
    var store = hub.store();
    hub.close();

    hub = Hub.start(data);

    assertThat(Sql.query(hub.database(), "SELECT title FROM work")).isEqualTo("a film");
    try (var rabbit = Rabbit.connect(hub.broker())) {
      rabbit.channel().queueDeclarePassive("aln.inspect");
      assertThat(rabbit.take("aln.inspect")).isEqualTo("wake up");
    }
    assertThat(hub.store().accessKey()).isEqualTo(store.accessKey());
    assertThat(hub.store().secretKey()).isEqualTo(store.secretKey());
  }

  @Test
  void writesEveryCommitToDisk() throws Exception {
    for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
      assertThat(Sql.query(hub.database(), "SHOW " + setting)).as(setting).isEqualTo("on");
    }
  }

  @Test
  void asksForThePasswords() {
    var database = hub.database();
    var stranger = new DatabaseConnection(database.url(), database.user(), "guess");
    assertThatThrownBy(() -> Sql.query(stranger, "SELECT 1"))
        .isInstanceOfSatisfying(
            SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("28P01"));
    var broker = hub.broker();
    var guess = new BrokerConnection(broker.host(), broker.port(), "aln", "guess", "aln", null);
    assertThatThrownBy(() -> Rabbit.connect(guess))
        .isInstanceOf(com.rabbitmq.client.PossibleAuthenticationFailureException.class);
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    Optional<InetAddress> outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .findFirst();
    org.junit.jupiter.api.Assumptions.assumeTrue(
        outside.isPresent(), "this machine has no network");
    int database = Integer.parseInt(hub.database().url().replaceAll(".*:(\\d+)/.*", "$1"));
    for (int port : new int[] {database, hub.broker().port(), hub.store().endpoint().getPort()}) {
      assertThatThrownBy(() -> new Socket(outside.get(), port).close())
          .isInstanceOf(java.net.ConnectException.class);
    }
  }

  @Test
  void deadLettersWhatIsRejected() throws Exception {
    try (var rabbit = Rabbit.connect(hub.broker())) {
      rabbit.declare("aln.publish");
      rabbit.send("aln.publish", "poison");
      var message = rabbit.channel().basicGet("aln.publish", false);
      rabbit.channel().basicReject(message.getEnvelope().getDeliveryTag(), false);
      assertThat(rabbit.take("aln.publish.dead")).isEqualTo("poison");
    }
  }

  @Test
  void keepsItsKeysToItself() throws Exception {
    hub.database();
    hub.store();
    try (var keys = Files.list(data.resolve("keys"))) {
      assertThat(keys)
          .hasSize(3)
          .allSatisfy(
              key ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void refusesASecondHubOnTheSameData() {
    assertThatThrownBy(() -> Hub.start(data))
        .isInstanceOfSatisfying(
            PartFailure.class,
            failure -> {
              assertThat(failure)
                  .hasMessageContaining("in use by another hub")
                  .hasMessageContaining(data.toString())
                  .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
              assertThat(failure.mend()).contains("ALN_DATA_DIR=");
            });
  }

  @Test
  void namesAPortInUseWithItsVariable(@TempDir Path other) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      var blocked = Hub.start(other, port, port, port);
      assertNames(blocked::database, port, "ALN_DB_PORT");
      assertNames(blocked::broker, port, "ALN_AMQP_PORT");
      assertNames(blocked::store, port, "ALN_S3_PORT");
      blocked.close();
    }
  }

  private static void assertNames(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable start, int port, String variable) {
    assertThatThrownBy(start)
        .isInstanceOfSatisfying(
            PartFailure.class,
            failure -> {
              assertThat(failure).hasMessageContaining("port " + port);
              assertThat(failure.mend()).contains(variable + "=");
            });
  }
}
