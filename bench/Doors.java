import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * The hub's part of an upload: how many pairs of initiate and complete it answers a second with 256
 * MB of heap, and how long each takes at half of the goal. The bytes are brought beforehand, so a
 * pair completes one file that is there and announces another. Beside it, in the same run, how many
 * quotas the same callers are told a second: one statement, no write. Every service but the workers
 * runs in the one process.
 *
 * <p>Arguments: pairs (default 4000), accounts (16), callers at a time (32).
 */
final class Doors {

  private static final double GOAL = 300;
  private static final double GOAL_MILLIS = 150;
  private static final int PACED_SECONDS = 15;
  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType FILM = MediaType.get("video/mp4");

  private final Hub hub;
  private final Callers callers;
  private final List<String> tokens = new ArrayList<>();
  private final ConcurrentLinkedQueue<Announced> stored = new ConcurrentLinkedQueue<>();

  /**
   * An upload of one of the accounts.
   *
   * @param url where its bytes go
   */
  private record Announced(String token, String id, String url) {}

  private Doors(Hub hub, Callers callers, int accounts) throws Exception {
    this.hub = hub;
    this.callers = callers;
    for (int i = 0; i < accounts; i++) {
      String session = hub.register("bench-" + i + "@example.com");
      tokens.add(Hub.field(session, "accessToken"));
    }
  }

  public static void main(String[] arguments) throws Exception {
    int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4000;
    int accounts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
    int many = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 32;
    Map<String, String> settings =
        Map.of(
            "ALN_SERVICES", Workers.ALL_BUT_PROCESSING,
            "ALN_INTAKE_JOBS", "1000000",
            "ALN_INTAKE_EVENTS", "1000000");
    String load = Proc.load();
    try (Hub hub = Hub.start(List.of(), settings, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
        Callers callers = new Callers(many)) {
      System.out.printf(
          "%d pairs, %d accounts, %d callers, heap 256 MB (load %s)%n",
          pairs, accounts, many, load);
      new Doors(hub, callers, accounts).measure(pairs);
      System.out.printf("hub %d MB resident at most%n", Proc.megabytes(hub.pid(), "VmHWM"));
    }
  }

  private void measure(int pairs) throws Exception {
    int paced = (int) (GOAL / 2 * PACED_SECONDS);
    int warm = pairs / 4;
    callers.atOnce(warm + pairs + paced, this::bring);
    callers.atOnce(warm, this::pair);
    double asked = pairs / callers.atOnce(pairs, this::ask);

    double cpu = Proc.cpuSeconds(hub.pid());
    double rate = pairs / callers.atOnce(pairs, this::pair);
    cpu = Proc.cpuSeconds(hub.pid()) - cpu;
    System.out.printf(
        Locale.ROOT,
        "%.0f pairs a second, goal %.0f: %s; %.1f ms of the hub's processor time each;"
            + " quotas told: %.0f a second%n",
        rate, GOAL, verdict(rate >= GOAL), cpu / pairs * 1e3, asked);

    double[] millis = callers.paced(paced, GOAL / 2, this::complete, this::initiate);
    double p99 = at(millis, 0.99);
    System.out.printf(
        Locale.ROOT,
        "at %.0f pairs a second a request takes %.1f ms, 99 %% of them %.1f at most, goal %.0f: %s; the longest %.1f%n",
        GOAL / 2, at(millis, 0.5), p99, GOAL_MILLIS, verdict(p99 < GOAL_MILLIS), at(millis, 1));
  }

  private static String verdict(boolean met) {
    return met ? "met" : "MISSED";
  }

  private static double at(double[] sorted, double part) {
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
  }

  /** One byte is a film that the hub takes in; what it is, the inspection would find. */
  private boolean bring() throws IOException {
    Announced announced = initiate();
    callers.send(
        new Request.Builder().url(announced.url()).put(RequestBody.create(new byte[1], FILM)));
    return stored.add(announced);
  }

  private Announced pair() throws IOException {
    complete();
    return initiate();
  }

  private Announced initiate() throws IOException {
    String token = tokens.get(ThreadLocalRandom.current().nextInt(tokens.size()));
    String file = "{\"filename\":\"film.mp4\",\"contentType\":\"video/mp4\",\"size\":1}";
    String answer = post(token, "/api/uploads/initiate", file);
    return new Announced(token, Hub.field(answer, "uploadId"), Hub.field(answer, "url"));
  }

  private String complete() throws IOException {
    Announced next = stored.remove();
    return post(
        next.token(), "/api/uploads/complete", "{\"uploadId\":\"" + next.id() + "\"}");
  }

  private String ask() throws IOException {
    return callers.send(to(tokens.get(0), "/api/uploads/quota"));
  }

  private String post(String token, String path, String json) throws IOException {
    return callers.send(to(token, path).post(RequestBody.create(json, JSON)));
  }

  private Request.Builder to(String token, String path) {
    return new Request.Builder()
        .url(hub.address() + path)
        .header("Authorization", "Bearer " + token);
  }
}
