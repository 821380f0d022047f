import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * A large file in parts: announced, signed and completed by a hub with 256 MB of heap, against the
 * same client that asks the store itself. The bytes take the same way, so the ratio is what the hub
 * costs. Needs a real store.
 *
 * <p>Arguments: gigabytes (default 5), rounds (1), parts at a time (4).
 */
final class Multipart {

  private static final double GOAL = 0.9;
  private static final int PART = 5 << 20; // the hub's own up to 50 GB
  private static final String PARTS = "/api/uploads/s3/multipart";
  private static final String FILE = "bench/film.mov";

  private final Callers callers;
  private final long size;
  private final byte[] part = new byte[PART];

  private Multipart(Callers callers, long size) {
    this.callers = callers;
    this.size = size;
    new Random(1).nextBytes(part);
  }

  public static void main(String[] arguments) throws Exception {
    int gigabytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    int many = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4;
    Map<String, String> settings = Map.of("ALN_SERVICES", Workers.ALL_BUT_PROCESSING);
    Bucket bucket = Bucket.real("raw-assets");
    try (Hub hub = Hub.start(List.of(), settings, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
        Callers callers = new Callers(many)) {
      hub.register();
      Multipart file = new Multipart(callers, gigabytes * 1_000_000_000L);
      for (int round = 1; round <= rounds; round++) {
        String load = Proc.load();
        double alone = file.rate(() -> file.straight(bucket));
        double through = file.rate(() -> file.through(hub));
        System.out.printf(
            Locale.ROOT,
            "%d GB in parts, %d at a time (load %s): through the hub %.0f MB/s, straight %.0f MB/s:"
                + " %.2f, goal %.1f: %s; hub %d MB resident at most%n",
            gigabytes, many, load, through, alone, through / alone, GOAL,
            through / alone >= GOAL ? "met" : "MISSED", Proc.megabytes(hub.pid(), "VmHWM"));
      }
    }
  }

  private interface Way {
    void take() throws Exception;
  }

  private double rate(Way way) throws Exception {
    long begin = System.nanoTime();
    way.take();
    return size / 1e6 / ((System.nanoTime() - begin) / 1e9);
  }

  private void through(Hub hub) throws Exception {
    String announced =
        hub.post(
            PARTS,
            "{\"filename\":\"film.mov\",\"type\":\"video/quicktime\",\"metadata\":{\"size\":\"%d\"}}"
                .formatted(size));
    String upload = PARTS + "/" + Hub.field(announced, "uploadId");
    send(number -> Hub.field(hub.get(upload + "/" + number), "url"));
    hub.post(upload + "/complete", "{}");
    hub.delete(new Hub.Upload(upload, Hub.field(announced, "assetId")));
  }

  private void straight(Bucket bucket) throws Exception {
    String upload = bucket.begin(FILE);
    send(number -> bucket.sign(FILE, upload, number));
    bucket.complete(FILE, upload);
    bucket.delete(FILE);
  }

  private interface Signer {
    /** Where the part of this number, from 1, goes. */
    String sign(int number) throws Exception;
  }

  private void send(Signer signer) throws Exception {
    var next = new AtomicInteger();
    int parts = Math.toIntExact((size + PART - 1) / PART);
    callers.atOnce(
        parts,
        () -> {
          int number = next.incrementAndGet();
          int length = (int) Math.min(PART, size - (number - 1L) * PART);
          return callers.send(
              new Request.Builder()
                  .url(signer.sign(number))
                  .put(RequestBody.create(part, null, 0, length)));
        });
  }
}
