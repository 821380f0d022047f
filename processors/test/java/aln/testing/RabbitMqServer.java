package aln.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A RabbitMQ of the test's own that speaks TLS only, with a certificate made on the spot. Where
 * there is no RabbitMQ the test is skipped.
 */
public final class RabbitMqServer implements AutoCloseable {

  private static final File PROGRAM = new File("/usr/lib/rabbitmq/bin/rabbitmq-server");

  private final Process names;
  private final Process server;
  private final URI address;
  private final Path certificate;

  private RabbitMqServer(Process names, Process server, URI address, Path certificate) {
    this.names = names;
    this.server = server;
    this.address = address;
    this.certificate = certificate;
  }

  public static RabbitMqServer start(Path home) throws IOException, InterruptedException {
    Provided.by("ALN_TEST_AMQP_URL");
    int port = free();
    Path certificate = certificate(home);
    Files.writeString(home.resolve("plugins"), "[].");
    Files.writeString(
        home.resolve("rabbitmq.conf"),
        """
        listeners.tcp = none
        listeners.ssl.1 = 127.0.0.1:%d
        ssl_options.certfile = %s
        ssl_options.keyfile = %s
        """
            .formatted(port, certificate, home.resolve("key.pem")));
    // A dead letter that nobody took is tried again after this, in milliseconds; else after
    // minutes.
    Files.writeString(
        home.resolve("advanced.config"),
        "[{rabbit, [{dead_letter_worker_publisher_confirm_timeout, 500}]}].");
    String epmd = Integer.toString(free());
    Process names = run(home, Map.of("ERL_EPMD_PORT", epmd), "epmd", "-address", "127.0.0.1");
    Map<String, String> settings =
        Map.of(
            "HOME", home.toString(),
            "ERL_EPMD_PORT", epmd,
            "RABBITMQ_NODENAME", "aln-" + port + "@localhost",
            "RABBITMQ_DIST_PORT", Integer.toString(free()),
            "RABBITMQ_MNESIA_BASE", home.toString(),
            "RABBITMQ_LOG_BASE", home.toString(),
            "RABBITMQ_CONFIG_FILE", home.resolve("rabbitmq").toString(),
            "RABBITMQ_ADVANCED_CONFIG_FILE", home.resolve("advanced.config").toString(),
            "RABBITMQ_ENABLED_PLUGINS_FILE", home.resolve("plugins").toString());
    Process server = run(home, settings, PROGRAM.toString());
    await("RabbitMQ takes connections, see " + home.resolve("server.log"))
        .atMost(Duration.ofMinutes(1))
        .until(() -> server.isAlive() && listens(port));
    URI address = URI.create("amqps://guest:guest@127.0.0.1:" + port);
    return new RabbitMqServer(names, server, address, certificate);
  }

  private static Path certificate(Path home) throws IOException, InterruptedException {
    Path certificate = home.resolve("certificate.pem");
    Process made =
        run(
            home,
            Map.of(),
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
            "-keyout",
            home.resolve("key.pem").toString(),
            "-out",
            certificate.toString());
    if (made.waitFor() != 0) {
      throw new IllegalStateException("openssl: " + Files.readString(home.resolve("server.log")));
    }
    return certificate;
  }

  private static Process run(Path home, Map<String, String> settings, String... command)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(settings);
    return builder
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("server.log").toFile()))
        .start();
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** With its user and password. */
  public URI address() {
    return address;
  }

  /** What its clients must trust, in PEM. */
  public Path certificate() {
    return certificate;
  }

  @Override
  public void close() throws InterruptedException {
    server.destroy();
    server.waitFor();
    names.destroy();
  }
}
