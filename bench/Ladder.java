import aln.ffmpeg.Command;
import aln.ffmpeg.Output;
import aln.media.FrameRate;
import aln.media.MediaSettings;
import aln.media.encode.EncodeCommands;
import aln.media.encode.SampleCommands;
import aln.media.measure.TitleFits;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Ladders;
import aln.media.plan.Plan;
import aln.media.plan.Renditions;
import aln.media.plan.Sampling;
import aln.media.plan.Samplings;
import aln.media.plan.TitleFit;
import aln.media.plan.VideoRendition;
import aln.media.probe.InspectCommands;
import aln.media.probe.Inspection;
import aln.media.probe.Inspections;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many bytes a profile's ladder takes beside a fixed one in the manner of PeerTube, at equal
 * SSIM: veryfast, a key frame every two seconds, a cap by bits a pixel, one process for each rung.
 * The fixed one is encoded at several qualities, and its size at our SSIM is read off between them.
 *
 * <p>Arguments: profile, seconds of each clip, clips (default: films of {@code ALN_TEST_MEDIA}).
 */
final class Ladder {

  private static final int[] QUALITIES = {18, 21, 24, 27, 30};
  private static final Pattern ALL = Pattern.compile("SSIM Y:([0-9.]+)");

  private final MediaSettings settings =
      new MediaSettings(
          "standard",
          Duration.ofSeconds(4),
          Duration.ofHours(1),
          0,
          false,
          new MediaSettings.Limits(Duration.ofHours(12), 36_000_000, 48, 300));
  private final aln.media.plan.Ladder ladder;
  private final Path scratch;
  private final File source;

  private Ladder(String profile, Path scratch, File source) {
    this.ladder = Ladders.named(profile);
    this.scratch = scratch;
    this.source = source;
  }

  public static void main(String[] arguments) throws Exception {
    String profile = arguments.length > 0 ? arguments[0] : "standard";
    String seconds = arguments.length > 1 ? arguments[1] : "20";
    List<String> clips = new ArrayList<>(List.of(arguments)).subList(Math.min(2, arguments.length), arguments.length);
    if (clips.isEmpty()) {
      String folder = System.getenv("ALN_TEST_MEDIA") + "/video/";
      clips = List.of(folder + "agent327_720p24_first60s.ts", folder + "sintel_trailer_720p24.mp4", folder + "talk_720p_movtext_spa_eng.mp4");
    }
    for (String clip : clips) {
      Path scratch = Files.createTempDirectory("aln-bench-ladder");
      try {
        File cut = scratch.resolve("cut.mkv").toFile();
        run(scratch, List.of("-y", "-ss", "10", "-t", seconds, "-i", clip, "-map", "0:v:0", "-c", "copy", cut.getPath()));
        System.out.println(new File(clip).getName() + ", " + seconds + " s from 10 s on");
        new Ladder(profile, scratch, cut).compare();
      } finally {
        for (File file : scratch.toFile().listFiles()) {
          file.delete();
        }
        Files.delete(scratch);
      }
    }
  }

  private void compare() throws Exception {
    Inspection inspection =
        new Inspections(settings)
            .read(run(new InspectCommands(settings).forSource(source.toURI(), scratch.toFile())).stdout());
    Renditions renditions = new Renditions(settings);
    TitleFit fit = sample(inspection, renditions);
    Plan plan = renditions.fitted(inspection, ladder, fit);
    EncodeVideo spec = plan.encodeVideo().get(0);
    var commands = new EncodeCommands(settings);
    Output encoded =
        run(commands.forChunk(spec, commands.place(spec, source.toURI()), scratch.toFile(), 0));
    System.out.printf("  encoded in %.1f s by the clock%n", encoded.took().toMillis() / 1000.0);
    double ours = 0;
    double theirs = 0;
    for (VideoRendition each : renditions.plan(inspection, ladder).video()) {
      if (plan.video().stream().noneMatch(made -> made.name().equals(each.name()))) {
        System.out.printf("  %-6s left out%n", each.name());
        continue;
      }
      File made = scratch.resolve(each.name() + ".mp4").toFile();
      double ssim = ssim(made, each, spec.rate());
      double fixed = fixedAt(ssim, each, spec.rate());
      System.out.printf(
          "  %-6s SSIM %.4f: %.0f kB, fixed %.0f kB, ratio %.3f%n",
          each.name(), ssim, made.length() / 1e3, fixed / 1e3, made.length() / fixed);
      ours += made.length();
      theirs += fixed;
    }
    System.out.printf("  ladder at equal SSIM: %.3f (goal: at most 0.85)%n", ours / theirs);
  }

  private TitleFit sample(Inspection inspection, Renditions renditions) throws Exception {
    Sampling sampling = new Samplings(renditions).plan(inspection, ladder);
    if (sampling == null) {
      System.out.println("  not sampled");
      return TitleFit.NONE;
    }
    Output said = run(new SampleCommands(settings).forSource(sampling, source.toURI(), scratch.toFile(), 0));
    TitleFit fit = new TitleFits().of(sampling, said.stderrTail(), scratch.toFile());
    System.out.printf(
        "  %d × %d frames sampled in %.2f s by the clock%n",
        sampling.placesMicros().size(), sampling.frames(), said.took().toMillis() / 1000.0);
    fit.rungs().forEach(rung -> System.out.println("  " + rung));
    return fit;
  }

  /** Bytes of the fixed ladder's rung at this SSIM, between the qualities that were encoded. */
  private double fixedAt(double ssim, VideoRendition rung, FrameRate rate) throws Exception {
    TreeMap<Double, Double> curve = new TreeMap<>();
    for (int quality : QUALITIES) {
      File file = scratch.resolve("fixed.mp4").toFile();
      long cap = Math.round(rung.width() * rung.height() * rate.perSecond() * bitsPerPixel(rung));
      int frames = (int) Math.round(2 * rate.perSecond());
      run(
          scratch,
          List.of(
              "-y", "-i", source.getPath(), "-vf", scaled(rung, rate), "-c:v", "libx264",
              "-preset", "veryfast", "-crf", "" + quality, "-maxrate", "" + cap, "-bufsize", "" + 2 * cap,
              "-b_strategy", "1", "-bf", "16", "-g", "" + frames, "-f", "mp4", file.getPath()));
      curve.put(decibels(ssim(file, rung, rate)), Math.log(file.length()));
    }
    double at = decibels(ssim);
    var below = curve.floorEntry(at) == null ? curve.firstEntry() : curve.floorEntry(at);
    var above = curve.higherEntry(below.getKey());
    if (above == null) {
      above = below;
      below = curve.lowerEntry(above.getKey());
    }
    double share = (at - below.getKey()) / (above.getKey() - below.getKey());
    return Math.exp(below.getValue() + share * (above.getValue() - below.getValue()));
  }

  private static double bitsPerPixel(VideoRendition rung) {
    int side = Math.min(rung.width(), rung.height());
    return side >= 1080 ? 0.10 : side >= 720 ? 0.11 : side >= 480 ? 0.12 : 0.15;
  }

  private static double decibels(double ssim) {
    return -10 * Math.log10(1 - ssim);
  }

  private static String scaled(VideoRendition rung, FrameRate rate) {
    return "setpts=PTS-STARTPTS,fps=%s:start_time=0:round=near,scale=%d:%d:flags=bicubic,format=yuv420p,setsar=1"
        .formatted(rate, rung.width(), rung.height());
  }

  /** Of all frames, decoded, with the source scaled to the same size. */
  private double ssim(File made, VideoRendition rung, FrameRate rate) throws Exception {
    String graph = "[0:v]setpts=PTS-STARTPTS[made];[1:v]" + scaled(rung, rate) + "[source];[made][source]ssim=shortest=1";
    String said =
        run(scratch, List.of("-i", made.getPath(), "-i", source.getPath(), "-filter_complex", graph, "-f", "null", "-"))
            .stderrTail();
    Matcher found = ALL.matcher(said);
    if (!found.find()) {
      throw new IllegalStateException("No SSIM in " + said);
    }
    return Double.parseDouble(found.group(1));
  }

  private static Output run(Path directory, List<String> arguments) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats"));
    whole.addAll(arguments);
    return run(new Command(Command.Tool.FFMPEG, whole, directory.toFile(), Duration.ofMinutes(5)));
  }

  private static Output run(Command command) throws IOException, InterruptedException {
    boolean probe = command.tool() == Command.Tool.FFPROBE;
    List<String> line = new ArrayList<>(List.of(Pipeline.Picture.program(probe ? "ffprobe" : "ffmpeg")));
    line.addAll(command.arguments());
    Path said = Files.createTempFile("aln-bench", ".said");
    Path told = Files.createTempFile("aln-bench", ".told");
    long start = System.nanoTime();
    int exit =
        new ProcessBuilder(line)
            .directory(command.directory())
            .redirectError(said.toFile())
            .redirectOutput(told.toFile())
            .start()
            .waitFor();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Output output = new Output(Files.readString(told), Files.readString(said), took, "", List.of());
    Files.delete(said);
    Files.delete(told);
    if (exit != 0) {
      throw new IllegalStateException(line + ": " + output.stderrTail());
    }
    return output;
  }
}
