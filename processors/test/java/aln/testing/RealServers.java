package aln.testing;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The servers and programs of production, as {@code .ci/run} starts them. Queues and buckets have
 * the same names for every hub, so one process of tests at a time has the servers, from the first
 * question for one of them to the end of the test class ({@link RealServersTurn}).
 */
public final class RealServers {

  private static final Path TURN = Path.of("target", "real-servers.lock");

  private static @Nullable FileChannel turn;

  private RealServers() {}

  /** RabbitMQ, with its user and password in the URL: {@code amqp://user:password@host:port}. */
  public static URI rabbitMq() {
    URI address = URI.create(Provided.by("ALN_TEST_AMQP_URL"));
    take();
    return address;
  }

  public static ObjectStore minio() {
    var store =
        new ObjectStore(
            URI.create(Provided.by("ALN_TEST_S3_ENDPOINT")),
            Provided.by("ALN_TEST_S3_ACCESS_KEY"),
            Provided.by("ALN_TEST_S3_SECRET_KEY"));
    take();
    return store;
  }

  /** Waits for other processes. */
  private static synchronized void take() {
    if (turn == null) {
      try {
        FileChannel taken = FileChannel.open(TURN, CREATE, WRITE);
        taken.lock();
        turn = taken;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static synchronized void leave() {
    if (turn != null) {
      try {
        turn.close();
        turn = null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The folder of PostgreSQL's own programs, {@code initdb} and {@code postgres}. */
  public static File postgres() {
    return new File(Provided.by("ALN_TEST_POSTGRES"));
  }

  public static File rabbitMqProgram() {
    return new File(Provided.by("ALN_TEST_RABBITMQ"));
  }

  public static File minioProgram() {
    return new File(Provided.by("ALN_TEST_MINIO"));
  }

  /** The shared library that tells a process another time. */
  public static File faketime() {
    return new File(Provided.by("ALN_TEST_FAKETIME"));
  }

  public static File chromium() {
    return new File(Provided.by("ALN_TEST_CHROMIUM"));
  }

  /** The program that reads JSON in a shell. */
  public static File jq() {
    return new File(Provided.by("ALN_TEST_JQ"));
  }

  /** The program that photographers copy folders with. */
  public static File rclone() {
    return new File(Provided.by("ALN_TEST_RCLONE"));
  }

  /** MinIO's own client. */
  public static File mc() {
    return new File(Provided.by("ALN_TEST_MC"));
  }

  /** The program that makes requests up from a contract, and holds the answers against it. */
  public static File schemathesis() {
    return new File(Provided.by("ALN_TEST_SCHEMATHESIS"));
  }

  /** The program that renders what stands in {@code kustomize/}. */
  public static File kustomize() {
    return new File(Provided.by("ALN_TEST_KUSTOMIZE"));
  }

  /** An S3 server whose keys may do everything. */
  public record ObjectStore(URI endpoint, String accessKey, String secretKey) {}
}
