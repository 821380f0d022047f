package aln.drop;

import aln.Aln;
import aln.storage.Inventory;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Objects;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An account and its folder in a drop bucket; the flows run as they are shipped, only faster. */
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=ingestion", // no relay takes the events away
      "aln.drop.poll=200ms",
      "aln.drop.settle=1s",
      "aln.drop.look=50",
      "aln.uploads.quota=100000B",
      "aln.db.port=0",
      "aln.amqp.port=0",
      "aln.s3.port=0"
    })
abstract class DroppedFiles {

  static final Duration LONG = Duration.ofSeconds(40);

  @Autowired JdbcClient database;
  @Autowired Objects objects;
  @Autowired Inventory inventory;

  final UUID owner = UUID.randomUUID();
  final String email = "Amina." + owner + "@example.com";

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) throws IOException {
    settings.add("aln.data-dir", Files.createTempDirectory("aln-drop")::toString);
  }

  @BeforeEach
  void anAccount() {
    database
        .sql("insert into account (id, email, password_hash) values (?, ?, '-')")
        .params(owner, email.toLowerCase())
        .update();
  }

  void drop(String key, String content) {
    drop(key, content.getBytes(StandardCharsets.UTF_8));
  }

  void drop(String key, byte[] content) {
    objects.put(new ObjectRef(Keys.DROP, key), content, "application/octet-stream");
  }

  static byte[] picture(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  BufferedImage poster(UUID asset) throws IOException {
    String key = text("select poster_key from asset where id = ? and poster_chosen", asset);
    var bytes = new ByteArrayOutputStream();
    objects.read(new ObjectRef(Keys.TRANSCODED, key), bytes);
    return ImageIO.read(new java.io.ByteArrayInputStream(bytes.toByteArray()));
  }

  List<String> waiting(String prefix) {
    return inventory.list(Keys.DROP, prefix, null).entries().stream()
        .map(Inventory.Entry::key)
        .toList();
  }

  int settled(String prefix) {
    return inventory.list(Keys.DROP, prefix, null).olderThan(Duration.ofSeconds(1)).size();
  }

  boolean exists(String key) {
    return objects.head(new ObjectRef(Keys.DROP, key)).isPresent();
  }

  String read(ObjectRef ref) {
    var bytes = new ByteArrayOutputStream();
    objects.read(ref, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  UUID asset(String filename) {
    return UUID.fromString(
        database
            .sql("select cast(id as text) from asset where owner_id = ? and filename = ?")
            .params(owner, filename)
            .query(String.class)
            .single());
  }

  int uploaded() {
    return Integer.parseInt(
        text("select count(*) from asset where owner_id = ? and status = 'uploaded'", owner));
  }

  long announced(UUID asset) {
    return Long.parseLong(
        text("select count(*) from outbox where type = 'asset.uploaded' and subject = ?", asset));
  }

  String text(String statement, UUID id) {
    return database.sql(statement).params(id).query(String.class).single();
  }
}
