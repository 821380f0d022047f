package aln.media.pictures;

import aln.ffmpeg.Command;
import aln.media.FrameRate;
import aln.media.MediaSettings;
import aln.media.SourceInput;
import aln.media.plan.MakePreview;
import aln.media.plan.MakeThumbnails;
import aln.media.plan.Reel;
import java.io.File;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * FFmpeg's arguments for pictures of a finished video. Each reads {@link #FOOTAGE} in the work's
 * directory: an initialisation section and the segments that are needed, which keep their place in
 * the video ({@code -copyts}). Pure functions; they hold for FFmpeg 5.1 and later.
 */
@Component
public class PictureCommands {

  /** What all of them read. */
  public static final String FOOTAGE = "footage.mp4";

  /** The file that {@link #forPreview} makes. */
  public static final String PREVIEW = "preview.mp4";

  /** Where {@link #forThumbnails} writes what FFmpeg sees in each still. */
  static final String LOOKS = "looks.txt";

  private static final String STILLS = "still-%02d.jpg";

  /** How much of a video a preview shows. */
  private static final long CUT_MICROS = 5_000_000;

  /** What is not longer is shown whole. */
  private static final long WHOLE_MICROS = 5_500_000;

  /** A show of slides goes faster. */
  private static final FrameRate SLOWEST = FrameRate.of(2, 1);

  /** JPEG (JFIF) is BT.601 in full range, whatever the rendition is. */
  private static final String JPEG =
      "scale=out_color_matrix=bt601:in_range=tv:out_range=pc,format=yuvj420p";

  private static final Duration ALLOWANCE = Duration.ofMinutes(3);

  private final MediaSettings settings;

  public PictureCommands(MediaSettings settings) {
    this.settings = settings;
  }

  /** The tiles of one sheet: {@link Sheet#file}. A tile shows what is on screen at its moment. */
  public Command forSheet(Storyboards.Drawing drawing, Sheet sheet, File directory, int threads) {
    Storyboard board = drawing.board();
    List<String> filters = new ArrayList<>();
    if (!sheet.keyFrames()) {
      filters.add(
          "fps=1000000/%d:start_time=%s:round=up"
              .formatted(board.intervalMicros(), seconds(sheet.startMicros())));
    }
    filters.add(
        "scale=%d:%d:flags=bicubic,setsar=1".formatted(board.tileWidth(), board.tileHeight()));
    filters.add(JPEG);
    filters.add(
        "tile=%dx%d:nb_frames=%d"
            .formatted(
                board.width() / board.tileWidth(),
                board.height(sheet.number()) / board.tileHeight(),
                sheet.tiles()));
    List<String> arguments = start(threads);
    if (sheet.keyFrames()) {
      arguments.addAll(List.of("-skip_frame", "nokey"));
    }
    arguments.addAll(footage(directory));
    arguments.addAll(List.of("-filter_complex", graph(filters), "-map", "[out]"));
    arguments.addAll(List.of("-frames:v", "1", "-update", "1"));
    arguments.addAll(jpeg(5, sheet.file()));
    return command(arguments, directory);
  }

  /**
   * Stills and their looks: of one moment, or from all over the footage, each the most typical of
   * some frames.
   *
   * @param clips what {@link Stills#clips} has chosen
   */
  public Command forThumbnails(
      MakeThumbnails spec, List<Footage.Clip> clips, File directory, int threads) {
    String choice =
        spec.atMicros() == null
            ? Sampling.of(spec.reel(), clips).filters()
            : moment(spec.reel().rendition().rate(), spec.atMicros(), clips.get(0));
    return stills(choice, directory, threads);
  }

  /** The frame on screen then; the last one where the video has ended. */
  private static String moment(FrameRate rate, long atMicros, Footage.Clip clip) {
    double into = (atMicros - clip.startMicros()) / 1e6;
    long last = Math.max(1, rate.frames(clip.micros())) - 1;
    long frame = (long) Math.floor(into * rate.perSecond() + 1e-3);
    return "select='eq(n,%d)'".formatted(Math.max(0, Math.min(frame, last)));
  }

  private Command stills(String choice, File directory, int threads) {
    String looks = "entropy,blurdetect,metadata=mode=print:file=" + LOOKS;
    List<String> arguments = start(threads);
    arguments.addAll(footage(directory));
    arguments.addAll(
        List.of("-filter_complex", graph(List.of(choice, looks, JPEG)), "-map", "[out]"));
    arguments.addAll(List.of("-fps_mode", "passthrough"));
    arguments.addAll(List.of("-frames:v", Integer.toString(2 * Sampling.STILLS)));
    arguments.addAll(jpeg(3, STILLS));
    return command(arguments, directory);
  }

  /**
   * A few seconds from as many places as there are clips; all of what is hardly longer.
   *
   * @param clips what {@link Previews#clips} has chosen
   */
  public Command forPreview(
      MakePreview spec, List<Footage.Clip> clips, File directory, int threads) {
    FrameRate rate = spec.reel().rendition().rate();
    FrameRate shown = rate.perSecond() < SLOWEST.perSecond() ? SLOWEST : rate;
    List<String> filters = new ArrayList<>();
    filters.add(
        "select='lt(mod(n,%d),%d)'"
            .formatted(spec.reel().segmentFrames(), cut(spec.reel(), clips)));
    filters.add("setpts=N/(%s)/TB".formatted(shown));
    if (shown.perSecond() > 31) {
      filters.add("fps=" + shown.half());
    }
    filters.add("scale=%d:%d:flags=bicubic,setsar=1".formatted(spec.width(), spec.height()));
    List<String> arguments = start(threads);
    arguments.addAll(footage(directory));
    arguments.addAll(List.of("-filter_complex", graph(filters), "-map", "[out]"));
    arguments.addAll(List.of("-an", "-map_metadata", "-1", "-fps_mode", "passthrough"));
    arguments.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "28"));
    arguments.addAll(List.of("-maxrate", "800000", "-bufsize", "1600000"));
    arguments.addAll(List.of("-profile:v", "high", "-pix_fmt", "yuv420p"));
    arguments.addAll(List.of("-threads", threads(threads), "-fs", "5000000"));
    arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4", PREVIEW));
    return command(arguments, directory);
  }

  /** Frames of each clip. */
  private static long cut(Reel reel, List<Footage.Clip> clips) {
    long micros = clips.stream().mapToLong(Footage.Clip::micros).sum();
    double seconds = CUT_MICROS / 1e6 / clips.size();
    long part = (long) Math.floor(seconds * reel.rendition().rate().perSecond());
    return micros <= WHOLE_MICROS ? reel.segmentFrames() : Math.max(1, part);
  }

  /** What ffprobe finds in {@link #PREVIEW}: its streams and its length, as JSON. */
  public Command forPreviewCheck(File directory) {
    List<String> arguments =
        List.of(
            "-v",
            "error",
            "-protocol_whitelist",
            "file",
            "-format_whitelist",
            "mov",
            "-show_entries",
            "format=duration:stream=codec_name,width,height",
            "-of",
            "json",
            "file:" + PREVIEW);
    return new Command(Command.Tool.FFPROBE, arguments, directory, Duration.ofSeconds(30));
  }

  /** The name of a still, from 1. */
  static String still(int number) {
    return STILLS.formatted(number);
  }

  private static List<String> start(int threads) {
    return new ArrayList<>(
        List.of(
            "-hide_banner",
            "-loglevel",
            "warning",
            "-nostdin",
            "-nostats",
            "-progress",
            "pipe:1",
            "-copyts",
            "-threads",
            threads(threads)));
  }

  private List<String> footage(File directory) {
    return SourceInput.arguments(new File(directory, FOOTAGE).toURI(), settings.limits());
  }

  private static List<String> jpeg(int quality, String file) {
    return List.of(
        "-map_metadata",
        "-1",
        "-c:v",
        "mjpeg",
        "-q:v",
        Integer.toString(quality),
        "-fs",
        "20000000",
        "-f",
        "image2",
        file);
  }

  private static String graph(List<String> filters) {
    return "[0:v:0]" + String.join(",", filters) + "[out]";
  }

  private static Command command(List<String> arguments, File directory) {
    return new Command(Command.Tool.FFMPEG, arguments, directory, ALLOWANCE);
  }

  private static String threads(int threads) {
    return Integer.toString(Math.max(0, threads));
  }

  private static String seconds(long micros) {
    return BigDecimal.valueOf(micros, 6).toPlainString();
  }
}
