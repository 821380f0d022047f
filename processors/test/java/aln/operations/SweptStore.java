package aln.operations;

import static org.assertj.core.api.Assertions.assertThat;

import aln.Aln;
import aln.sql.Sql;
import aln.storage.Inventory;
import aln.storage.Keys;
import aln.storage.Multiparts;
import aln.storage.ObjectRef;
import aln.storage.StoreConnection;
import aln.tasks.TaskSettings;
import aln.tasks.Tasks;
import aln.tasks.Workbench;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** A database and a store with one creator, and rounds that no clock begins. */
@SpringBootTest(
    classes = Aln.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=content", // no consumer and no clock interferes
      "aln.db.port=0",
      "aln.amqp.port=0",
      "aln.s3.port=0"
    })
abstract class SweptStore {

  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired Sql sql;
  @Autowired Sweeper sweeper;
  @Autowired Inventory inventory;
  @Autowired Multiparts multiparts;
  @Autowired StaleParts parts;
  @Autowired aln.storage.Objects objects;
  @Autowired StoredOutputs outputs;
  @Autowired StoredSources sources;
  @Autowired SweepViews views;
  @Autowired StoreConnection store;
  @Autowired Workbench workbench;
  @Autowired Tasks tasks;
  @Autowired ProducerTemplate camel;

  private final File something = something();
  final UUID owner = UUID.randomUUID();
  final UUID asset = UUID.randomUUID();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) throws IOException {
    settings.add("aln.data-dir", Files.createTempDirectory("aln-sweep")::toString);
  }

  private static File something() {
    try {
      Path file = Files.createTempFile("aln-sweep", ".m4s");
      return Files.writeString(file, "0123456789").toFile();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void aCreatorWithAnAsset() {
    database.sql("delete from sweep").update();
    database
        .sql("insert into account (id, email, password_hash) values (?, ?, '-')")
        .params(owner, owner + "@example.com")
        .update();
    asset(asset, "complete", 1);
  }

  void asset(UUID id, String status, Integer published) {
    database
        .sql(
            "insert into asset (id, owner_id, status, title, filename, content_type, size, source_key, published_version,"
                + " deleted_at) values (:id, :owner, :status, 't', 'f', 'video/mp4', 10, :source, :published,"
                + " case when :status = 'deleted' then now() end)")
        .param("id", id)
        .param("owner", owner)
        .param("status", status)
        .param("source", Keys.source(owner, id).key())
        .param("published", published)
        .update();
  }

  /** A job of the asset with one rendition. */
  UUID job(int version, String state) {
    UUID job = UUID.randomUUID();
    database
        .sql(
            "insert into job (id, asset_id, owner_id, version, state, plan, finished_at) values (?, ?, ?, ?, ?, '{}', now()"
                + " - interval '1 hour')")
        .params(job, asset, owner, version, state)
        .update();
    database
        .sql(
            "insert into rendition (asset_id, version, name, kind, ordinal, bandwidth, codecs, plan) values"
                + " (?, ?, '360p', 'video', 0, 1, 'avc1', '{}')")
        .params(asset, version)
        .update();
    return job;
  }

  UUID task(UUID job, String kind, int ordinal, String state, long fence) {
    UUID task = UUID.randomUUID();
    database
        .sql(
            "insert into task (id, job_id, asset_id, kind, ordinal, state, fence, required, spec) values"
                + " (?, ?, ?, ?, ?, ?, ?, true, '{}')")
        .params(task, job, asset, kind, ordinal, state, fence)
        .update();
    return task;
  }

  /** The only one of the kind that waits. */
  @SuppressWarnings("unchecked")
  Map<String, Object> claim(String kind) {
    return camel.requestBody(
        "sql:classpath:config/sql/tasks/claim-task.sql?outputType=SelectOne",
        Map.of("kind", kind),
        Map.class);
  }

  /** Rounds as the hub makes them, with this grace. */
  Sweeps sweeps(Duration grace) {
    var period = new SweepSettings(Duration.ofHours(1), grace);
    var none = DataSize.ofBytes(0);
    var tasks = new TaskSettings(Duration.ZERO, 1, Duration.ZERO, 1, new File("."), none);
    return new Sweeps(
        sql, sweeper, parts, outputs, sources, views, period, tasks, /* shutdown= */ 0);
  }

  /** One whole round; answers what it says of itself. */
  Sweep round(Duration grace) {
    Sweeps sweeps = sweeps(grace);
    transaction.executeWithoutResult(now -> sweeps.beginNow());
    while (step(sweeps) > 0) {
      assertThat(views.newest().failure()).isNull();
    }
    Sweep round = views.newest();
    assertThat(round.finishedAt()).isNotNull();
    return round;
  }

  int step(Sweeps sweeps) {
    return Objects.requireNonNull(transaction.execute(now -> sweeps.step()));
  }

  ObjectRef output(UUID asset, int version, String task, long fence, String name) {
    String prefix = Keys.outputPrefix(owner, asset, version, task, fence);
    return put(new ObjectRef(Keys.TRANSCODED, prefix + name));
  }

  ObjectRef source(UUID asset) {
    return put(Keys.source(owner, asset));
  }

  ObjectRef put(ObjectRef ref) {
    objects.put(ref, something, "video/iso.segment");
    return ref;
  }

  /** Begins to send an object in parts, and dies; answers the store's id of it. */
  String beginUpload(String bucket, String key) {
    return multiparts.begin(new ObjectRef(bucket, key), "video/mp4");
  }

  boolean isThere(ObjectRef ref) {
    return objects.head(ref).isPresent();
  }

  void stay(ObjectRef... refs) {
    assertThat(refs).allMatch(this::isThere);
  }

  void areGone(ObjectRef... refs) {
    assertThat(refs).noneMatch(this::isThere);
  }

  /** Versions that have renditions. */
  List<Integer> versions() {
    return database
        .sql("select version from rendition where asset_id = ? order by version")
        .params(asset)
        .query(Integer.class)
        .list();
  }
}
