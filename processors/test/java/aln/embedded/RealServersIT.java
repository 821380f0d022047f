package aln.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import aln.storage.StoreConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.amqp.RabbitConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
            "aln.db.patience=0s",
            "aln.tls.ca=",
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
              assertThat(context.getBean(StoreConnection.class).publicEndpoint())
                  .hasHost("media.example.org");
              assertThat(Files.exists(folder.resolve("data"))).isFalse();
            });
  }

  @Test
  void sayWhatTheirSettingsLack() {
    assertRefused("ALN_S3_ACCESS_KEY", "aln.s3.access-key=");
    assertRefused("ALN_S3_ENDPOINT", "aln.s3.endpoint=s3.example.org:9000");
    assertRefused("ALN_S3_PUBLIC_ENDPOINT", "aln.s3.public-endpoint=https://example.org/s3");
    assertRefused("ALN_DB_URL", "aln.db.url=postgres://db.example.org/aln");
  }

  private void assertRefused(String variable, String setting) {
    hub(setting)
        .withUserConfiguration(Everything.class)
        .run(
            context -> assertThat(context).getFailure().rootCause().hasMessageContaining(variable));
  }

  /** Asks for each connection, as the hub does. */
  @Configuration(proxyBeanMethods = false)
  static class Everything {
    @Bean
    List<Object> connections(
        JdbcConnectionDetails database, RabbitConnectionDetails broker, StoreConnection store) {
      return List.of(database, broker, store);
    }
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
