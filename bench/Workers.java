import aln.Aln;
import aln.storage.StoreConnection;
import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.amqp.RabbitConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Whether one video uses every worker there is: a hub without workers, and beside it first one
 * worker process on one core, then two on a core each. The hub with its embedded parts shares these
 * cores where there are no others. Seconds from {@code POST /api/uploads/complete} to {@code
 * complete}.
 *
 * <p>Arguments: the number of rounds, seconds of film, a video with sound.
 */
final class Workers {

  static final String ALL_BUT_PROCESSING =
      "gateway,ingestion,jobs,content,playback,notifications,operations";
  private static final double GOAL = 1.9;

  private final Map<String, String> servers;
  private final Hub hub;
  private final Path home;

  private Workers(ConfigurableApplicationContext context, Path home) {
    this.home = home;
    servers = servers(context);
    hub = Hub.at(((ServletWebServerApplicationContext) context).getWebServer().getPort());
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 180;
    File source = arguments.length > 2 ? new File(arguments[2]) : Films.agent327();
    Path home = Files.createTempDirectory("aln-bench");
    String[] settings = {
      "--aln.services=" + ALL_BUT_PROCESSING,
      "--aln.data-dir=" + home.resolve("hub"),
      "--server.port=0",
      "--aln.db.port=0",
      "--aln.amqp.port=0",
      "--aln.s3.port=0"
    };
    try (Films films = new Films(source);
        var context = SpringApplication.run(Aln.class, settings)) {
      Workers workers = new Workers(context, home);
      workers.hub.register();
      workers.compare(films.lasting(seconds), rounds);
    } finally {
      try (var files = Files.walk(home)) {
        files.sorted((one, other) -> other.compareTo(one)).forEach(path -> path.toFile().delete());
      }
    }
  }

  private void compare(File film, int rounds) throws Exception {
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      String load = Proc.load();
      double one = encode(film, 1);
      double two = encode(film, 2);
      ratios.add(one / two);
      System.out.printf(
          "round %d (load %s): one worker %.1f s, two workers %.1f s, %.2f times as fast%n",
          round, load, one, two, one / two);
    }
    double median = ratios.stream().sorted().toList().get(ratios.size() / 2);
    System.out.printf(
        "median %.2f, goal %.1f: %s%n", median, GOAL, median >= GOAL ? "met" : "MISSED");
  }

  private double encode(File film, int workers) throws Exception {
    List<Hub> processes = new ArrayList<>();
    for (int core = 0; core < workers; core++) {
      processes.add(Hub.start(List.of("taskset", "-c", "" + core), servers));
    }
    try {
      Hub.Upload upload = hub.upload(film);
      long start = System.nanoTime();
      hub.complete(upload);
      String asset = hub.await(upload);
      if (!Hub.field(asset, "status").equals("complete")) {
        throw new IllegalStateException(asset);
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      for (Hub process : processes) {
        process.close();
      }
    }
  }

  /** What leads a worker to the servers of the hub. */
  private static Map<String, String> servers(ConfigurableApplicationContext context) {
    var database = context.getBean(JdbcConnectionDetails.class);
    var broker = context.getBean(RabbitConnectionDetails.class);
    var store = context.getBean(StoreConnection.class);
    Map<String, String> servers = new HashMap<>();
    servers.put("ALN_SERVICES", "processing");
    servers.put("ALN_DB_URL", database.getJdbcUrl());
    servers.put("ALN_DB_USER", database.getUsername());
    servers.put("ALN_DB_PASSWORD", database.getPassword());
    var address = broker.getFirstAddress();
    servers.put(
        "ALN_AMQP_URL",
        "amqp://%s:%s@%s:%d/%s"
            .formatted(
                broker.getUsername(), encoded(broker.getPassword()), address.host(), address.port(),
                encoded(broker.getVirtualHost())));
    servers.put("ALN_S3_ENDPOINT", store.endpoint().toString());
    servers.put("ALN_S3_ACCESS_KEY", store.accessKey());
    servers.put("ALN_S3_SECRET_KEY", store.secretKey());
    return servers;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
