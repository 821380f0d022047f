package aln.drop;

import aln.testing.MinioServer;
import aln.testing.RealServers;
import io.minio.MinioClient;
import io.minio.SetBucketNotificationArgs;
import io.minio.messages.EventType;
import io.minio.messages.NotificationConfiguration;
import io.minio.messages.QueueConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** MinIO tells RabbitMQ, RabbitMQ tells the hub; the clock would look an hour later. */
class DropNotificationsIT extends DropContract {

  @TempDir static Path folder;
  private static MinioServer minio;
  private static URI broker;

  @BeforeAll
  static void needsServers() throws Exception {
    broker = RealServers.rabbitMq();
    minio = MinioServer.start(folder, broker);
  }

  @AfterAll
  static void stop() throws Exception {
    if (minio != null) {
      minio.close();
    }
  }

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry settings) {
    settings.add("aln.drop.poll", () -> "1h");
    settings.add("aln.amqp.url", broker::toString);
    settings.add("aln.s3.endpoint", () -> minio.endpoint().toString());
    settings.add("aln.s3.access-key", () -> MinioServer.USER);
    settings.add("aln.s3.secret-key", () -> MinioServer.PASSWORD);
  }

  /** What {@code mc event add} does. */
  @BeforeEach
  void subscribe() throws Exception {
    var toBroker = new QueueConfiguration();
    toBroker.setQueue(MinioServer.TARGET);
    toBroker.setEvents(List.of(EventType.OBJECT_CREATED_ANY));
    var notifications = new NotificationConfiguration();
    notifications.setQueueConfigurationList(List.of(toBroker));
    try (var client =
        MinioClient.builder()
            .endpoint(minio.endpoint().toString())
            .credentials(MinioServer.USER, MinioServer.PASSWORD)
            .build()) {
      client.setBucketNotification(
          SetBucketNotificationArgs.builder().bucket("drop").config(notifications).build());
    }
  }
}
