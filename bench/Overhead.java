import aln.Aln;
import aln.messages.MessageSchemas;
import aln.tasks.Stored;
import aln.tasks.StoredTrack;
import aln.tasks.StoredTrack.StoredSegment;
import aln.tasks.Tasks;
import aln.tasks.Work;
import aln.tasks.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it costs that nothing is lost: for each task the schema check, the claim, the bench, the
 * commit of a chunk, and its events' way through the outbox, without the work itself. The shipped
 * beans and statements, on the embedded parts or on those that {@code ALN_DB_URL}, {@code
 * ALN_AMQP_URL} and {@code ALN_S3_ENDPOINT} name. Argument: how many tasks.
 */
final class Overhead {

  private static final String QUEUE = "aln.encode-video";
  private static final int RENDITIONS = 3;
  private static final int SEGMENTS = 15; // of each rendition: a chunk of a minute
  private static final double GOAL_MILLIS = 10;

  private final JdbcClient database;
  private final ProducerTemplate camel;
  private final RabbitTemplate broker;
  private final MessageSchemas schemas;
  private final Workbench workbench;
  private final Tasks tasks;
  private final Map<String, long[]> nanos = new LinkedHashMap<>();
  private final int count;

  private Overhead(ConfigurableApplicationContext hub, int count) {
    database = hub.getBean(JdbcClient.class);
    camel = hub.getBean(ProducerTemplate.class);
    broker = hub.getBean(RabbitTemplate.class);
    schemas = hub.getBean(MessageSchemas.class);
    workbench = hub.getBean(Workbench.class);
    tasks = hub.getBean(Tasks.class);
    this.count = count;
  }

  public static void main(String[] arguments) throws Exception {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    String load = Proc.load();
    measure(count, (overhead, outbox) -> overhead.print(outbox, load));
  }

  /**
   * What a task costs, in seconds.
   *
   * @param before the work: check, claim and bench
   * @param after the work: commit and clearing
   * @param event an event's way through the outbox; one relay sends them one after the other
   */
  record Costs(double before, double after, double event) {}

  static Costs costs(int count) throws Exception {
    Costs[] costs = new Costs[1];
    measure(count, (overhead, outbox) -> costs[0] = overhead.costs(outbox));
    return costs[0];
  }

  private Costs costs(double outbox) {
    return new Costs(
        seconds("check", "claim", "lay out"), seconds("commit", "clear"), outbox / 1e3);
  }

  private double seconds(String... steps) {
    return Stream.of(steps).mapToDouble(step -> at(nanos.get(step), 0.5)).sum() / 1e3;
  }

  private static void measure(int count, ObjDoubleConsumer<Overhead> result) throws Exception {
    Path home = Files.createTempDirectory("aln-bench");
    // The relay runs and no worker does: this is the worker.
    String[] settings = {
      "--aln.services=jobs",
      "--aln.data-dir=" + home,
      "--server.port=0",
      "--aln.db.port=0",
      "--aln.amqp.port=0",
      "--aln.s3.port=0"
    };
    try (var hub = SpringApplication.run(Aln.class, settings)) {
      Overhead overhead = new Overhead(hub, count);
      overhead.work(Math.min(count, 200));
      overhead.nanos.clear();
      double outbox = overhead.work(count);
      result.accept(overhead, outbox);
    } finally {
      try (var files = Files.walk(home)) {
        files.sorted((one, other) -> other.compareTo(one)).forEach(path -> path.toFile().delete());
      }
    }
  }

  /** Does so many tasks; answers milliseconds that the relay took for an event. */
  private double work(int many) throws Exception {
    UUID job = job(many);
    database
        .sql("select wake_tasks(array(select id from task where job_id = :job))")
        .param("job", job)
        .query()
        .singleRow();
    double outbox = relayed() / many;
    for (int number = 0; number < many; number++) {
      one(number, new String(take().getBody()));
    }
    relayed();
    return outbox;
  }

  /** Milliseconds until the broker has confirmed all that waits. */
  private double relayed() throws InterruptedException {
    long begin = System.nanoTime();
    while (database.sql("select exists (select from outbox)").query(Boolean.class).single()) {
      Thread.sleep(5);
    }
    return (System.nanoTime() - begin) / 1e6;
  }

  private Message take() {
    Message message = broker.receive(QUEUE, 30_000);
    if (message == null) {
      throw new IllegalStateException("A wake-up is missing");
    }
    return message;
  }

  private void one(int number, String message) throws Exception {
    timed("check", number, () -> schemas.check("task.encode-video", message));
    Map<String, Object> claim = timed("claim", number, this::claim);
    Work work = timed("lay out", number, () -> workbench.open(claim, /* aside= */ false));
    Stored stored = stored(work);
    timed(
        "commit",
        number,
        () -> {
          tasks.commit(work, stored);
          return work;
        });
    timed(
        "clear",
        number,
        () -> {
          workbench.close(work);
          return work;
        });
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> claim() {
    return camel.requestBody(
        "sql:classpath:config/sql/tasks/claim-task.sql?outputType=SelectOne&parametersCount=3",
        Map.of("kind", "encode-video"),
        Map.class);
  }

  private static Stored stored(Work work) {
    int chunk = Integer.parseInt(work.spec().replaceAll("\\D", ""));
    List<StoredTrack> tracks =
        IntStream.range(0, RENDITIONS)
            .mapToObj(
                name -> {
                  List<StoredSegment> segments =
                      IntStream.range(chunk * SEGMENTS, (chunk + 1) * SEGMENTS)
                          .mapToObj(
                              number ->
                                  new StoredSegment(
                                      number,
                                      number * 4000L,
                                      4000,
                                      work.outputPrefix() + name + "/" + number,
                                      10,
                                      9))
                          .toList();
                  return new StoredTrack("r" + name, 1000, null, work.outputPrefix() + "init", segments);
                })
            .toList();
    return new Stored(null, tracks, List.of());
  }

  private UUID job(int many) {
    UUID owner =
        database
            .sql(
                "insert into account (email, password_hash) values (gen_random_uuid() || '@example.com', '-') returning id")
            .query(UUID.class)
            .single();
    UUID asset =
        database
            .sql(
                "insert into asset (id, owner_id, status, title, filename, content_type, size, source_key)"
                    + " values (gen_random_uuid(), :owner, 'processing', 't', 'f', 'video/mp4', 1, gen_random_uuid() || '/source') returning id")
            .param("owner", owner)
            .query(UUID.class)
            .single();
    UUID job =
        database
            .sql(
                "insert into job (id, asset_id, owner_id, version, state, plan)"
                    + " values (gen_random_uuid(), :asset, :owner, 1, 'running', '{}') returning id")
            .param("asset", asset)
            .param("owner", owner)
            .query(UUID.class)
            .single();
    database
        .sql(
            "insert into rendition (asset_id, version, name, kind, ordinal, bandwidth, codecs, plan)"
                + " select :asset, 1, 'r' || n, 'video', n, 1, 'avc1', '{}' from generate_series(0, :many - 1) n")
        .param("asset", asset)
        .param("many", RENDITIONS)
        .update();
    database
        .sql(
            "insert into task (id, job_id, asset_id, kind, ordinal, required, spec)"
                + " select gen_random_uuid(), :job, :asset, 'encode-video', n, true, jsonb_build_object('chunk', n)"
                + " from generate_series(0, :many - 1) n")
        .param("job", job)
        .param("asset", asset)
        .param("many", many)
        .update();
    return job;
  }

  private <T> T timed(String step, int number, Callable<T> work) throws Exception {
    long begin = System.nanoTime();
    T result = work.call();
    nanos.computeIfAbsent(step, name -> new long[count])[number] = System.nanoTime() - begin;
    return result;
  }

  private void print(double outbox, String load) {
    System.out.printf(
        "%d tasks of %d segments each (load %s), milliseconds:%n",
        count, RENDITIONS * SEGMENTS, load);
    nanos.forEach(
        (step, times) ->
            System.out.printf(
                "  %-9s median %6.2f  99 %% %6.2f%n", step, at(times, 0.5), at(times, 0.99)));
    // Two events a task: its wake-up and that it is done.
    System.out.printf("  %-9s mean   %6.2f for each of two events%n", "outbox", outbox);
    long[] all =
        IntStream.range(0, count)
            .mapToLong(task -> nanos.values().stream().mapToLong(times -> times[task]).sum())
            .toArray();
    double median = at(all, 0.5) + 2 * outbox;
    System.out.printf(
        "per task %.2f, goal %.0f: %s%n",
        median, GOAL_MILLIS, median < GOAL_MILLIS ? "met" : "MISSED");
  }

  private static double at(long[] times, double part) {
    return LongStream.of(times)
            .sorted()
            .skip((long) (times.length * part))
            .findFirst()
            .orElseThrow()
        / 1e6;
  }
}
