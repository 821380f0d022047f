import aln.Aln;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many workers one film of two hours can use: the hub's own plan of it, with chunk times measured
 * on this machine (a worker is one such machine) and what claims, commits, outbox and broker cost, in
 * a simulation of 1 to 256 workers. The store's and the network's limits are not in it.
 *
 * <p>Arguments: seconds of the film, a video with sound.
 */
final class Simulate {

  private static final int MEASURED_SECONDS = 120;

  /** A chunk of the plan. */
  record Chunk(int ordinal, double segments) {}

  /**
   * How long a chunk takes.
   *
   * @param start seconds for each chunk, whatever its length
   * @param segment seconds for each of its segments
   */
  record Speed(double start, double segment) {

    /** The line that fits best. */
    static Speed of(List<double[]> measured) {
      double n = measured.size();
      double x = measured.stream().mapToDouble(each -> each[0]).sum() / n;
      double y = measured.stream().mapToDouble(each -> each[1]).sum() / n;
      double slope =
          measured.stream().mapToDouble(each -> (each[0] - x) * (each[1] - y)).sum()
              / measured.stream().mapToDouble(each -> (each[0] - x) * (each[0] - x)).sum();
      return new Speed(Math.max(0, y - slope * x), slope);
    }

    double of(Chunk chunk) {
      return start + segment * chunk.segments();
    }
  }

  private final List<Chunk> chunks;
  private final Speed speed;
  private final Overhead.Costs costs;
  private final double sound;

  private Simulate(List<Chunk> chunks, Speed speed, Overhead.Costs costs, double sound) {
    this.chunks = chunks;
    this.speed = speed;
    this.costs = costs;
    this.sound = sound;
  }

  public static void main(String[] arguments) throws Exception {
    int length = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7200;
    File source = arguments.length > 1 ? new File(arguments[1]) : Films.agent327();
    String load = Proc.load();
    Overhead.Costs costs = Overhead.costs(500);
    Path home = Files.createTempDirectory("aln-bench");
    String[] settings = {
      "--aln.data-dir=" + home,
      "--server.port=0",
      "--aln.db.port=0",
      "--aln.amqp.port=0",
      "--aln.s3.port=0"
    };
    try (Films films = new Films(source);
        var context = SpringApplication.run(Aln.class, settings)) {
      Simulate simulation = measure(films, context, costs, length);
      System.out.printf(
          "%d s of film, %d chunks, load %s; a chunk takes %.2f s and %.2f s a segment; %.1f ms before and"
              + " %.1f ms after it, %.1f ms an event; the sound takes %.1f s%n",
          length, simulation.chunks.size(), load, simulation.speed.start(),
          simulation.speed.segment(), costs.before() * 1e3, costs.after() * 1e3,
          costs.event() * 1e3, simulation.sound);
      simulation.print();
    } finally {
      try (var files = Files.walk(home)) {
        files.sorted((one, other) -> other.compareTo(one)).forEach(path -> path.toFile().delete());
      }
    }
  }

  private static Simulate measure(
      Films films, ConfigurableApplicationContext context, Overhead.Costs costs, int length)
      throws Exception {
    JdbcClient database = context.getBean(JdbcClient.class);
    Hub hub = Hub.at(((ServletWebServerApplicationContext) context).getWebServer().getPort());
    hub.register();
    Hub.Upload measured = hub.upload(films.lasting(MEASURED_SECONDS));
    hub.complete(measured);
    hub.await(measured);
    List<double[]> times =
        rows(database, measured)
            .query((row, n) -> new double[] {row.getDouble("segments"), row.getDouble("seconds")})
            .list();
    double sound =
        database
            .sql(
                "select extract(epoch from finished_at - started_at) from task"
                    + " where asset_id = :asset and kind = 'encode-audio' and ordinal = 0")
            .param("asset", UUID.fromString(measured.asset()))
            .query(Double.class)
            .single();
    Hub.Upload film = hub.upload(films.lasting(length));
    hub.complete(film);
    while (rows(database, film).query().listOfRows().isEmpty()) {
      Thread.sleep(100);
    }
    List<Chunk> chunks =
        rows(database, film)
            .query((row, n) -> new Chunk(row.getInt("ordinal"), row.getDouble("segments")))
            .list();
    hub.delete(film);
    return new Simulate(chunks, Speed.of(times), costs, sound * length / MEASURED_SECONDS);
  }

  /** The chunks of an asset in their order. */
  private static JdbcClient.StatementSpec rows(JdbcClient database, Hub.Upload upload) {
    return database
        .sql(
            "select ordinal, (spec -> 'chunk' ->> 'frames')::float / (spec ->> 'segmentFrames')::float"
                + " as segments, extract(epoch from finished_at - started_at) as seconds"
                + " from task where asset_id = :asset and kind = 'encode-video' order by ordinal")
        .param("asset", UUID.fromString(upload.asset()));
  }

  private void print() {
    double alone = seconds(1);
    Stream.iterate(1, workers -> workers <= 256, workers -> workers * 2)
        .forEach(
            workers -> {
              double took = seconds(workers);
              System.out.printf(
                  "  %3d workers %7.1f s, %6.2f times as fast, %3.0f %% of %d%n",
                  workers, took, alone / took, 100 * alone / took / workers, workers);
            });
    double longest = chunks.stream().mapToDouble(speed::of).max().orElseThrow();
    System.out.printf(
        "it stops at: %d chunks, the longest of which takes %.1f s; the sound in one pass %.1f s; the"
            + " outbox %.1f s for all events%n",
        chunks.size(), longest, sound, 2 * chunks.size() * costs.event());
  }

  /** From the plan to the end of the job. */
  private double seconds(int workers) {
    PriorityQueue<Double> free =
        Stream.generate(() -> 0.0).limit(workers).collect(Collectors.toCollection(PriorityQueue::new));
    double token = 0;
    PriorityQueue<Double> finished = new PriorityQueue<>();
    for (Chunk chunk : chunks.stream().sorted(Comparator.comparingInt(Chunk::ordinal)).toList()) {
      token += costs.event();
      double begin = Math.max(token, free.remove());
      double end = begin + costs.before() + speed.of(chunk) + costs.after();
      free.add(end);
      finished.add(end);
    }
    finished.add(sound);
    double relay = token;
    while (!finished.isEmpty()) {
      relay = Math.max(relay, finished.remove()) + costs.event();
    }
    return relay;
  }
}
