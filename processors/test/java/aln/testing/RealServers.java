package aln.testing;

import java.io.File;
import java.net.URI;

/** The servers and programs of production, as {@code .ci/run} starts them. */
public final class RealServers {

  private RealServers() {}

  /** RabbitMQ, with its user and password in the URL: {@code amqp://user:password@host:port}. */
  public static URI rabbitMq() {
    return URI.create(Provided.by("ALN_TEST_AMQP_URL"));
  }

  public static ObjectStore minio() {
    return new ObjectStore(
        URI.create(Provided.by("ALN_TEST_S3_ENDPOINT")),
        Provided.by("ALN_TEST_S3_ACCESS_KEY"),
        Provided.by("ALN_TEST_S3_SECRET_KEY"));
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

  /** The program that renders what stands in {@code kustomize/}. */
  public static File kustomize() {
    return new File(Provided.by("ALN_TEST_KUSTOMIZE"));
  }

  /** An S3 server whose keys may do everything. */
  public record ObjectStore(URI endpoint, String accessKey, String secretKey) {}
}
