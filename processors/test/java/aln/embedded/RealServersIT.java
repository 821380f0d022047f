package aln.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.amqp.RabbitConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Configured servers take the place of the embedded ones behind the same beans. */
class RealServersIT {

  @TempDir Path folder;

  private ApplicationContextRunner hub(String... settings) {
    return new ApplicationContextRunner()
        .withUserConfiguration(EmbeddedConfiguration.class)
        .withPropertyValues(
            "aln.data-dir=" + folder.resolve("data"),
            "aln.db.url=jdbc:postgresql://db.example.org/aln",
            "aln.db.user=aln",
            "aln.db.password=hush",
            "aln.db.port=0",
            "aln.amqp.url=amqps://aln:hush@mq.example.org/hub",
            "aln.amqp.port=0",
            "aln.s3.endpoint=https://s3.example.org",
            "aln.s3.public-endpoint=https://media.example.org",
            "aln.s3.access-key=key",
            "aln.s3.secret-key=hush",
            "aln.s3.region=us-east-1",
            "aln.s3.address=127.0.0.1",
            "aln.s3.port=0")
        .withPropertyValues(settings);
  }

  @Test
  void needNoDataDirectory() {
    hub()
        .run(
            context -> {
              assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl())
                  .isEqualTo("jdbc:postgresql://db.example.org/aln");
              assertThat(context.getBean(RabbitConnectionDetails.class).getFirstAddress().port())
                  .isEqualTo(5671);
              assertThat(context.getBean(aln.storage.StoreConnection.class).publicEndpoint())
                  .hasHost("media.example.org");
              assertThat(Files.exists(folder.resolve("data"))).isFalse();
            });
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "ALN_TEST_AMQP_URL", matches = ".+")
  void aRealBrokerTakesTheSameDeclarations() {
    hub("aln.amqp.url=" + System.getenv("ALN_TEST_AMQP_URL"))
        .run(
            context -> {
              String queue = "aln.test." + UUID.randomUUID();
              var broker = (BrokerConnection) context.getBean(RabbitConnectionDetails.class);
              try (var rabbit = Rabbit.connect(broker)) {
                rabbit.declare(queue);
                rabbit.send(queue, "poison");
                var message = rabbit.channel().basicGet(queue, false);
                rabbit.channel().basicReject(message.getEnvelope().getDeliveryTag(), false);
                org.awaitility.Awaitility.await()
                    .until(() -> "poison".equals(rabbit.take(queue + ".dead")));
                rabbit.channel().queueDelete(queue);
                rabbit.channel().queueDelete(queue + ".dead");
              }
            });
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "ALN_TEST_DB_URL", matches = ".+")
  void aRealDatabaseAnswers() {
    hub(
            "aln.db.url=" + System.getenv("ALN_TEST_DB_URL"),
            "aln.db.user=" + System.getenv("ALN_TEST_DB_USER"),
            "aln.db.password=" + System.getenv("ALN_TEST_DB_PASSWORD"))
        .run(
            context ->
                assertThat(
                        Sql.query(
                            (DatabaseConnection) context.getBean(JdbcConnectionDetails.class),
                            "SELECT 'there'"))
                    .isEqualTo("there"));
  }
}
