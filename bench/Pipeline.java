import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much the hub costs beside FFmpeg itself: from {@code POST /api/uploads/complete} to status
 * {@code complete}, against (a) one bare FFmpeg command that decodes once and makes the same
 * renditions and sound, and (b) one FFmpeg command for each of them, one after the other. The three
 * take turns, so that other work on the machine meets all of them; a round begins when the side
 * tasks of the one before are done. The last job's timeline is printed.
 *
 * <p>Arguments: a video with sound (default: one of {@code ALN_TEST_MEDIA}), the number of rounds.
 */
final class Pipeline {

  /** As config/ladders/fast.yaml: short side and cap in bits a second. */
  private static final Map<Integer, Integer> LADDER =
      Map.of(1080, 5_000_000, 720, 2_800_000, 480, 1_400_000, 360, 800_000);

  private static final int SEGMENT_SECONDS = 4;

  private final File source;
  private final Path scratch;
  private final Picture picture;
  private final List<Integer> rungs;
  private String timeline = "";

  private Pipeline(File source, Path scratch, Picture picture) {
    this.source = source;
    this.scratch = scratch;
    this.picture = picture;
    this.rungs =
        LADDER.keySet().stream()
            .filter(side -> side <= picture.height())
            .sorted((one, other) -> other - one)
            .toList();
  }

  public static void main(String[] arguments) throws Exception {
    String clip = "video/agent327_720p24_first60s.ts";
    File source =
        new File(arguments.length > 0 ? arguments[0] : System.getenv("ALN_TEST_MEDIA") + "/" + clip);
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Path scratch = Files.createTempDirectory("aln-bench-ffmpeg");
    Pipeline pipeline = new Pipeline(source, scratch, Picture.of(source));
    try (Hub hub = Hub.start()) {
      hub.register();
      pipeline.hub(hub);
      pipeline.compare(hub, rounds);
    } finally {
      for (File file : scratch.toFile().listFiles()) {
        file.delete();
      }
      Files.delete(scratch);
    }
  }

  private void compare(Hub hub, int rounds) throws Exception {
    System.out.printf("%s %s, renditions %s%n", source.getName(), picture, rungs);
    Map<String, List<Cost>> costs = new TreeMap<>();
    for (int round = 1; round <= rounds; round++) {
      String load = Proc.load();
      note(costs, "hub", hub(hub));
      note(costs, "one command", bare(List.of(oneCommand())));
      note(costs, "command by command", bare(commandByCommand()));
      System.out.printf("round %d (load %s): %s%n", round, load, last(costs));
    }
    costs.forEach((name, list) -> System.out.printf("median %-19s %s%n", name, median(list)));
    System.out.print("the last job, in seconds from complete on:\n" + timeline);
    ratio(costs, "one command", 1.10);
    ratio(costs, "command by command", 0.6);
  }

  private static void note(Map<String, List<Cost>> costs, String name, Cost cost) {
    costs.computeIfAbsent(name, key -> new ArrayList<>()).add(cost);
  }

  private static Map<String, Cost> last(Map<String, List<Cost>> costs) {
    Map<String, Cost> last = new TreeMap<>();
    costs.forEach((name, list) -> last.put(name, list.get(list.size() - 1)));
    return last;
  }

  private static void ratio(Map<String, List<Cost>> costs, String other, double goal) {
    Cost hub = median(costs.get("hub"));
    Cost bare = median(costs.get(other));
    System.out.printf(
        "hub / %-19s %.2f by the clock (goal: at most %.2f), %.2f by processor time%n",
        other, hub.seconds() / bare.seconds(), goal, hub.cpuSeconds() / bare.cpuSeconds());
  }

  private Cost hub(Hub hub) throws Exception {
    Hub.Upload upload = hub.upload(source);
    double cpu = Proc.cpuSeconds(hub.pid());
    double own = Proc.ownCpuSeconds(hub.pid());
    long start = System.nanoTime();
    Instant begun = Instant.now();
    hub.complete(upload);
    String asset = hub.await(upload);
    Cost cost = new Cost(since(start), Proc.cpuSeconds(hub.pid()) - cpu);
    double ownCpu = Proc.ownCpuSeconds(hub.pid()) - own;
    if (!Hub.field(asset, "status").equals("complete")) {
      throw new IllegalStateException(asset);
    }
    hub.settle(upload);
    timeline =
        "  processor time of the hub's JVM %.1f s%n".formatted(ownCpu) + Timeline.of(hub, upload, begun);
    return cost;
  }

  private Cost bare(List<List<String>> commands) throws IOException, InterruptedException {
    long self = ProcessHandle.current().pid();
    double cpu = Proc.cpuSeconds(self);
    long start = System.nanoTime();
    for (List<String> command : commands) {
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException(exit + " from " + command);
      }
    }
    return new Cost(since(start), Proc.cpuSeconds(self) - cpu);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Decoded once; every smaller picture scaled from the next larger one. */
  private List<String> oneCommand() {
    StringBuilder graph = new StringBuilder("[0:v:0]fps=" + picture.rate());
    for (int i = 0; i < rungs.size(); i++) {
      graph.append(i == 0 ? "," : "[down" + i + "]").append(scale(rungs.get(i)));
      graph.append(
          i == rungs.size() - 1
              ? "[v%d]".formatted(i)
              : ",split=2[v%d][down%d];".formatted(i, i + 1));
    }
    List<String> command = ffmpeg("-filter_complex", graph.toString());
    for (int i = 0; i < rungs.size(); i++) {
      command.addAll(List.of("-map", "[v" + i + "]"));
      command.addAll(video(rungs.get(i)));
    }
    command.addAll(sound());
    return command;
  }

  private List<List<String>> commandByCommand() {
    List<List<String>> commands = new ArrayList<>();
    for (int side : rungs) {
      List<String> command = ffmpeg("-map", "0:v:0", "-vf", "fps=" + picture.rate() + "," + scale(side));
      command.addAll(video(side));
      commands.add(command);
    }
    List<String> command = ffmpeg();
    command.addAll(sound());
    commands.add(command);
    return commands;
  }

  private List<String> ffmpeg(String... more) {
    List<String> command = new ArrayList<>(List.of(Picture.program("ffmpeg"), "-y", "-loglevel", "error"));
    command.addAll(List.of("-nostdin", "-i", source.getPath()));
    command.addAll(Arrays.asList(more));
    return command;
  }

  private static String scale(int side) {
    return "scale=-2:" + side + ":flags=bicubic,format=yuv420p";
  }

  private List<String> video(int side) {
    String frames = Long.toString(Math.round(SEGMENT_SECONDS * picture.framesPerSecond()));
    List<String> options = new ArrayList<>(List.of("-c:v", "libx264", "-preset", "veryfast"));
    int cap = LADDER.get(side);
    options.addAll(List.of("-crf", "23", "-maxrate", "" + cap, "-bufsize", "" + cap * 3 / 2));
    options.addAll(List.of("-profile:v", "high", "-g", frames, "-keyint_min", frames));
    options.addAll(List.of("-sc_threshold", "0", "-x264-params", "stitchable=1"));
    options.addAll(fragments(side + "p.mp4"));
    return options;
  }

  private List<String> sound() {
    List<String> options = new ArrayList<>(List.of("-map", "0:a:0", "-c:a", "aac", "-b:a", "128k"));
    options.addAll(List.of("-ac", "2", "-ar", "48000", "-frag_duration", SEGMENT_SECONDS + "000000"));
    options.addAll(fragments("sound.mp4"));
    return options;
  }

  private List<String> fragments(String name) {
    String flags = "+frag_keyframe+delay_moov+default_base_moof";
    return List.of("-f", "mp4", "-movflags", flags, scratch.resolve(name).toString());
  }

  private static Cost median(List<Cost> costs) {
    return new Cost(
        costs.stream().mapToDouble(Cost::seconds).sorted().toArray()[costs.size() / 2],
        costs.stream().mapToDouble(Cost::cpuSeconds).sorted().toArray()[costs.size() / 2]);
  }

  /** Seconds by the clock, and of processor time. */
  record Cost(double seconds, double cpuSeconds) {

    @Override
    public String toString() {
      return "%.1f s (%.1f s of processor time)".formatted(seconds, cpuSeconds);
    }
  }

  /** What ffprobe says of the first picture stream; the rate as a fraction. */
  record Picture(int width, int height, String rate) {

    static Picture of(File source) throws IOException {
      String entries = "stream=width,height,r_frame_rate";
      Process probe =
          new ProcessBuilder(
                  program("ffprobe"), "-v", "error", "-select_streams", "v:0", "-show_entries",
                  entries, "-of", "csv=p=0", source.getPath())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String[] answer = new String(probe.getInputStream().readAllBytes()).lines().findFirst()
          .orElseThrow(() -> new IllegalStateException("No video: " + source)).split(",");
      return new Picture(Integer.parseInt(answer[0]), Integer.parseInt(answer[1]), answer[2]);
    }

    /** The one that the hub takes too. */
    static String program(String name) {
      String folder = System.getenv("ALN_FFMPEG");
      return folder == null ? name : new File(folder, name).getPath();
    }

    double framesPerSecond() {
      String[] fraction = rate.split("/");
      return Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]);
    }
  }
}
