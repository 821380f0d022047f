package aln.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import aln.Aln;
import aln.accounts.Caller;
import aln.problems.Problem;
import aln.storage.ObjectRef;
import aln.storage.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What becomes of uploads that nobody completes; the flow runs as it is shipped, only faster. */
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=ingestion", // no relay takes the events away
      "aln.uploads.expire=100",
      "aln.db.port=0",
      "aln.amqp.port=0",
      "aln.s3.port=0"
    })
class ExpiredUploadsIT {

  @Autowired JdbcClient database;
  @Autowired WholeUploads whole;
  @Autowired Uploads uploads;

  private final Caller creator = new Caller(UUID.randomUUID(), "c@example.com", false);
  private final InitiateUpload film =
      new InitiateUpload("film.mp4", "video/mp4", 10, null, null, null, null, null);

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) throws IOException {
    settings.add("aln.data-dir", Files.createTempDirectory("aln-uploads")::toString);
  }

  @BeforeEach
  void aCreator() {
    database
        .sql("insert into account (id, email, password_hash) values (?, ?, '-')")
        .params(creator.id(), creator.id() + "@example.com")
        .update();
  }

  @Test
  void endWithTheirAssetAndSaySo() {
    InitiatedUpload late = whole.put(creator, null, film).answer();
    InitiatedUpload open = whole.put(creator, null, film).answer();
    goesBy(late, "7 hours 1 minute");
    await().until(() -> state(late).equals("expired"));
    assertThat(status(late)).isEqualTo("deleted");
    assertThat(announced(late)).isEqualTo(1);

    assertThat(state(open)).isEqualTo("open");
    assertThat(status(open)).isEqualTo("pending");
    uploads.expire(open.uploadId());
    uploads.expire(late.uploadId());
    assertThat(announced(late) + announced(open)).as("once, and only the late one").isEqualTo(1);
  }

  @Test
  void areCompletedUpToAnHourAfterTheirAddressHasEnded() {
    InitiatedUpload upload = whole.put(creator, null, film).answer();
    goesBy(upload, "6 hours 50 minutes");
    uploads.expire(upload.uploadId());
    Upload found = uploads.find(creator, upload.uploadId());
    uploads.complete(found, arrived(found));
    assertThat(status(upload)).isEqualTo("uploaded");
  }

  @Test
  void neverAnswerThatAllIsWellWhenTheyEndedMeanwhile() {
    InitiatedUpload upload = whole.put(creator, null, film).answer();
    Upload found = uploads.find(creator, upload.uploadId());
    goesBy(upload, "8 hours");
    await().until(() -> state(upload).equals("expired"));
    assertThatThrownBy(() -> uploads.complete(found, arrived(found)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.details().status()).isEqualTo(409));
    assertThat(status(upload)).isEqualTo("deleted");
  }

  @Test
  void areCompletedTwiceWithoutHarm() {
    InitiatedUpload upload = whole.put(creator, null, film).answer();
    Upload found = uploads.find(creator, upload.uploadId());
    uploads.complete(found, arrived(found));
    uploads.complete(found, arrived(found));
    assertThat(status(upload)).isEqualTo("uploaded");
  }

  private static StoredObject arrived(Upload upload) {
    return new StoredObject(
        new ObjectRef("raw-assets", upload.sourceKey()), 10, "etag", "video/mp4");
  }

  private void goesBy(InitiatedUpload upload, String time) {
    database
        .sql("update upload set expires_at = expires_at - cast(? as interval) where id = ?")
        .params(time, upload.uploadId())
        .update();
  }

  private String state(InitiatedUpload upload) {
    return text("select state from upload where id = ?", upload.uploadId());
  }

  private String status(InitiatedUpload upload) {
    return text("select status from asset where id = ?", upload.assetId());
  }

  private long announced(InitiatedUpload upload) {
    return Long.parseLong(
        text(
            "select count(*) from outbox where type = 'asset.deleted' and subject = ?",
            upload.assetId()));
  }

  private String text(String statement, UUID id) {
    return database.sql(statement).params(id).query(String.class).single();
  }
}
