package aln.embedded;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.amqp.RabbitConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A hub in a JVM of its own, so that it can be killed and its end be seen. */
record HubProcess(Process process, Path log) implements AutoCloseable {

  /** The parts and a connection pool, with the configuration that is shipped. */
  @TestConfiguration(proxyBeanMethods = false) // no scan of other tests finds it
  @Import(EmbeddedConfiguration.class)
  @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
  static class Main {

    @Bean(destroyMethod = "run")
    static Runnable finishing(JdbcConnectionDetails database, RabbitConnectionDetails broker) {
      return () -> finish((DatabaseConnection) database, (BrokerConnection) broker);
    }

    /** A worker that is still busy for a while when the hub is told to stop. */
    private static void finish(DatabaseConnection database, BrokerConnection broker) {
      try (var rabbit = Rabbit.connect(broker)) {
        Thread.sleep(1000);
        Sql.execute(database, "INSERT INTO start DEFAULT VALUES");
        rabbit.send("aln.inspect", "last");
        System.out.println("The last work is done");
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    public static void main(String[] arguments) throws Exception {
      var application = new SpringApplication(Main.class);
      application.setWebApplicationType(WebApplicationType.NONE);
      var context = application.run(arguments);
      var parts = context.getBean(EmbeddedParts.class);
      var database = parts.database();
      Sql.execute(database, "CREATE TABLE IF NOT EXISTS start (at timestamptz DEFAULT now())");
      Sql.execute(database, "INSERT INTO start DEFAULT VALUES");
      try (var rabbit = Rabbit.connect(parts.broker())) {
        rabbit.declare("aln.inspect");
        rabbit.send("aln.inspect", "wake up");
      }
      System.out.println("The hub is ready");
    }
  }

  static HubProcess start(Path log, Map<String, String> environment) throws IOException {
    String own = System.getProperty("java.class.path");
    String classes = System.getProperty("surefire.test.class.path", own);
    String java = System.getProperty("java.home") + "/bin/java";
    var builder = new ProcessBuilder(List.of(java, "-cp", classes, Main.class.getName()));
    builder.environment().putAll(environment);
    return new HubProcess(
        builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
  }

  HubProcess awaitReady() {
    await("the hub is ready")
        .atMost(Duration.ofMinutes(3))
        .until(() -> output().contains("The hub is ready"));
    return this;
  }

  String output() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() throws Exception {
    process.destroyForcibly().waitFor();
  }
}
