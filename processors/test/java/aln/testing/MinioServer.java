package aln.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A MinIO of the test's own that can publish bucket notifications to a broker. Where there is no
 * MinIO the test is skipped.
 */
public final class MinioServer implements AutoCloseable {

  public static final String USER = "the-tests";
  public static final String PASSWORD = "a-secret-of-the-tests";

  /** What a bucket's notifications name as their queue. */
  public static final String TARGET = "arn:minio:sqs::ALN:amqp";

  private final Process server;
  private final URI endpoint;

  private MinioServer(Process server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  /**
   * @param broker gets the notifications, as docs/drop-folder.md tells
   */
  public static MinioServer start(Path home, URI broker) throws IOException {
    String address = "127.0.0.1:" + free();
    var builder =
        new ProcessBuilder(
                RealServers.minioProgram().getPath(),
                "server",
                "--address",
                address,
                "--console-address",
                "127.0.0.1:" + free(),
                home.resolve("minio").toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("minio.log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "MINIO_ROOT_USER", USER,
                "MINIO_ROOT_PASSWORD", PASSWORD,
                "MINIO_NOTIFY_AMQP_ENABLE_ALN", "on",
                "MINIO_NOTIFY_AMQP_URL_ALN", broker.toString(),
                "MINIO_NOTIFY_AMQP_EXCHANGE_ALN", "aln",
                "MINIO_NOTIFY_AMQP_EXCHANGE_TYPE_ALN", "topic",
                "MINIO_NOTIFY_AMQP_ROUTING_KEY_ALN", "drop.changed",
                "MINIO_NOTIFY_AMQP_DURABLE_ALN", "on",
                "MINIO_NOTIFY_AMQP_DELIVERY_MODE_ALN", "2",
                "MINIO_API_STALE_UPLOADS_EXPIRY", "192h"));
    Process server = builder.start();
    var minio = new MinioServer(server, URI.create("http://" + address));
    await("MinIO takes connections, see " + home.resolve("minio.log"))
        .atMost(Duration.ofMinutes(1))
        .until(() -> server.isAlive() && minio.listens());
    return minio;
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private boolean listens() {
    try (var socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() throws InterruptedException {
    server.destroy();
    server.waitFor();
  }
}
