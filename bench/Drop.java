import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Small files in the drop folder that become assets, by a hub with 256 MB of heap that is killed in
 * the middle and started again; the seconds in which none watches count for nothing. Beside it what
 * the bare copy within the store takes, without which nothing leaves the folder. Needs real servers.
 *
 * <p>Argument: how many files (default 10 000).
 */
final class Drop {

  private static final double GOAL = 100;
  private static final int BARE = 1000;
  private static final int AT_A_TIME = 8;

  private final Bucket dropped = Bucket.real("drop");
  private final Bucket sources = Bucket.real("raw-assets");
  private final Connection database;
  private final Path data;
  private final int files;
  private String account = "";

  private Drop(Connection database, Path data, int files) {
    this.database = database;
    this.data = data;
    this.files = files;
  }

  public static void main(String[] arguments) throws Exception {
    int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    Path data = Files.createTempDirectory("aln-bench-drop");
    Map<String, String> named = System.getenv();
    try (Connection database =
            DriverManager.getConnection(
                named.get("ALN_DB_URL"), named.get("ALN_DB_USER"), named.get("ALN_DB_PASSWORD"));
        Callers callers = new Callers(AT_A_TIME)) {
      new Drop(database, data, files).measure(callers);
    }
  }

  private void measure(Callers callers) throws Exception {
    try (Hub idle = start("gateway,content")) {
      account = Hub.field(idle.register("bench@example.com"), "id");
    }
    System.out.printf(
        Locale.ROOT, "%d files dropped, %.0f a second%n", files, files / fill(callers));
    double bare = BARE / copy(callers);

    String load = Proc.load();
    double seconds;
    long before;
    try (Hub first = start("gateway,ingestion,jobs,content")) {
      seconds = secondsUntil(files / 2);
      first.kill();
      before = taken();
    }
    try (Hub second = start("gateway,ingestion,jobs,content")) {
      seconds += secondsUntil(files);
      while (dropped.count(account + "/") > 0) {
        Thread.sleep(100);
      }
      double rate = files / seconds;
      System.out.printf(
          Locale.ROOT,
          "%d files, killed after %d (load %s): %.0f assets a second, goal %.0f: %s; bare copies: %.0f a second;"
              + " hub %d MB resident at most%n",
          files, before, load, rate, GOAL, rate >= GOAL ? "met" : "MISSED", bare,
          Proc.megabytes(second.pid(), "VmHWM"));
    }
    System.out.printf(
        "assets %d, names %d, sources %d, left in the folder %d%n",
        taken(),
        count("select count(distinct filename) from asset where owner_id::text = ?"),
        sources.count("user_" + account + "/"),
        dropped.count(account + "/"));
  }

  /** From the next one that is taken until so many are. */
  private double secondsUntil(long many) throws Exception {
    await(taken() + 1);
    long begin = System.nanoTime();
    await(many);
    return (System.nanoTime() - begin) / 1e9;
  }

  private double fill(Callers callers) throws Exception {
    var next = new AtomicInteger();
    return callers.atOnce(
        files,
        () -> {
          String name = "IMG_%05d.cr3".formatted(next.getAndIncrement());
          dropped.put(account + "/card/" + name, new byte[100]);
          return name;
        });
  }

  /** Copies and removals by as many at a time as the hub has. */
  private double copy(Callers callers) throws Exception {
    for (int number = 0; number < BARE; number++) {
      sources.put("bench/" + number, new byte[100]);
    }
    var next = new AtomicInteger();
    return callers.atOnce(
        BARE,
        () -> {
          int number = next.getAndIncrement();
          sources.copy("bench/" + number, "bench-copy/" + number);
          sources.delete("bench/" + number);
          return number;
        });
  }

  private Hub start(String services) throws Exception {
    return Hub.start(
        List.of(),
        Map.of(
            "ALN_SERVICES", services,
            "ALN_DATA_DIR", data.toString(),
            "ALN_INTAKE_JOBS", "1000000",
            "ALN_DROP_POLL", "1s"),
        "-Xmx256m",
        "-XX:+ExitOnOutOfMemoryError");
  }

  private void await(long many) throws Exception {
    while (taken() < many) {
      Thread.sleep(50);
    }
  }

  private long taken() throws SQLException {
    return count("select count(*) from asset where owner_id::text = ? and status <> 'pending'");
  }

  private long count(String query) throws SQLException {
    try (var statement = database.prepareStatement(query)) {
      statement.setString(1, account);
      try (var found = statement.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }
}
