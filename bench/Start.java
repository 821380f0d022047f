import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How long the hub with its embedded parts takes to be ready, by phase, and what it holds when it
 * has nothing to do. The phases are read from the log; processor time shows what an idle machine
 * would save on a busy one.
 */
final class Start {

  private static final Duration IDLE = Duration.ofSeconds(20);

  /** What a phase's last line in the log contains. */
  private static final Map<String, String> PHASES = new LinkedHashMap<>();

  static {
    PHASES.put("JVM, Spring Boot", "Starting Aln");
    PHASES.put("beans found", "Root WebApplicationContext: initialization completed");
    PHASES.put("object store", "embedded object store listens");
    PHASES.put("broker", "embedded broker listens");
    PHASES.put("PostgreSQL", "embedded PostgreSQL listens");
    PHASES.put("connection pool", "HikariPool-1 - Start completed");
    PHASES.put("migrations", "DbMigrate");
    PHASES.put("FFmpeg's abilities", "FfmpegTools");
    PHASES.put("web server", "Tomcat started");
    PHASES.put("beans made", "is starting");
    PHASES.put("routes built", "Routes startup");
    PHASES.put("routes started", "Started Aln in");
  }

  public static void main(String[] arguments) throws Exception {
    String load = Proc.load();
    Instant begin = Instant.now();
    try (Hub hub = Hub.start()) {
      double ready = Duration.between(begin, Instant.now()).toMillis() / 1e3;
      System.out.printf(
          "first start: ready after %.1f s, %.1f s of processor time (load %s)%n",
          ready, Proc.cpuSeconds(hub.pid()), load);
      phases(begin, Files.readAllLines(hub.log()));
      Thread.sleep(IDLE.toMillis());
      memory(hub);
    }
  }

  private static void phases(Instant begin, List<String> log) {
    PHASES.forEach(
        (phase, text) ->
            log.stream()
                .filter(line -> line.contains(text))
                .reduce((earlier, later) -> later)
                .ifPresent(
                    line -> System.out.printf("  %-20s at %5.1f s%n", phase, at(begin, line))));
  }

  private static double at(Instant begin, String line) {
    Instant then = OffsetDateTime.parse(line.substring(0, line.indexOf(' '))).toInstant();
    return Duration.between(begin, then).toMillis() / 1e3;
  }

  private static void memory(Hub hub) throws IOException {
    System.out.printf("idle: hub %d MB resident%n", Proc.megabytes(hub.pid(), "VmRSS"));
    List<ProcessHandle> others = hub.descendants();
    long megabytes = 0;
    for (ProcessHandle process : others) {
      megabytes += Proc.proportionalMegabytes(process.pid());
    }
    System.out.printf(
        "idle: PostgreSQL %d MB in %d processes (%s)%n",
        megabytes,
        others.size(),
        others.stream()
            .map(process -> process.info().command().orElse("?").replaceAll(".*/", ""))
            .distinct()
            .collect(Collectors.joining(", ")));
  }
}
