import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a viewer waits: from {@code POST /api/uploads/complete} until the first segments of the
 * best picture and of its sound have arrived, for a minute, six minutes and two hours of the same
 * clip. Each film is deleted then; FFmpeg must be able to decode what arrived.
 *
 * <p>Arguments: the number of rounds, a video with sound (default: one of {@code ALN_TEST_MEDIA}).
 */
final class FirstFrame {

  private static final int[] LENGTHS = {60, 360, 7200};
  private static final double GOAL_SECONDS = 4;

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    File source = arguments.length > 1 ? new File(arguments[1]) : Films.agent327();
    TreeMap<Integer, List<Double>> seconds = new TreeMap<>();
    try (Films films = new Films(source);
        Hub hub = Hub.start()) {
      hub.register();
      for (int round = 0; round <= rounds; round++) {
        for (int length : LENGTHS) {
          String load = Proc.load();
          double took = once(hub, films.lasting(length));
          System.out.printf("round %d (load %s): %5d s of film, %.2f s%n", round, load, length, took);
          if (round > 0) { // the first one warms the JVM
            seconds.computeIfAbsent(length, key -> new ArrayList<>()).add(took);
          }
        }
      }
    }
    seconds.forEach(
        (length, list) -> {
          double median = list.stream().sorted().toList().get(list.size() / 2);
          System.out.printf(
              "median %5d s of film: first frame after %.2f s, goal %.0f: %s%n",
              length, median, GOAL_SECONDS, median <= GOAL_SECONDS ? "met" : "MISSED");
        });
  }

  private static double once(Hub hub, File film) throws Exception {
    Hub.Upload upload = hub.upload(film);
    long start = System.nanoTime();
    hub.complete(upload);
    while (!hub.get("/api/assets/" + upload.asset()).contains("\"playable\":true")) {
      Thread.sleep(25);
    }
    String playback = hub.post("/api/playbacks", "{\"assetId\":\"" + upload.asset() + "\"}");
    URI master = URI.create(Hub.field(playback, "hls"));
    String playlist = new String(hub.fetch(master));
    byte[] picture = beginning(hub, master.resolve(first("(?m)^([^#\\s].*)$", playlist)));
    byte[] sound = beginning(hub, master.resolve(first("TYPE=AUDIO.*URI=\"([^\"]+)\"", playlist)));
    double took = (System.nanoTime() - start) / 1e9;
    hub.delete(upload);
    decode(picture, "v");
    decode(sound, "a");
    Thread.sleep(3000); // its workers end
    return took;
  }

  /** The initialisation section and the first segment. */
  private static byte[] beginning(Hub hub, URI playlist) throws Exception {
    String text = new String(hub.fetch(playlist));
    byte[] init = hub.fetch(playlist.resolve(first("EXT-X-MAP:URI=\"([^\"]+)\"", text)));
    byte[] segment = hub.fetch(playlist.resolve(first("(?m)^([^#\\s].*)$", text)));
    byte[] both = new byte[init.length + segment.length];
    System.arraycopy(init, 0, both, 0, init.length);
    System.arraycopy(segment, 0, both, init.length, segment.length);
    return both;
  }

  private static String first(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("No " + pattern + " in " + text);
    }
    return found.group(1);
  }

  private static void decode(byte[] media, String stream) throws IOException, InterruptedException {
    Path file = Files.write(Files.createTempFile("aln-bench", ".mp4"), media);
    List<String> command =
        List.of(
            Pipeline.Picture.program("ffmpeg"), "-nostdin", "-v", "error", "-xerror", "-i",
            file.toString(), "-map", "0:" + stream, "-frames:" + stream, "1", "-f", "null", "-");
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    Files.delete(file);
    if (exit != 0) {
      throw new IllegalStateException("What arrived cannot be decoded");
    }
  }
}
