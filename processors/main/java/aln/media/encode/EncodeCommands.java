package aln.media.encode;

import aln.ffmpeg.Command;
import aln.media.FrameRate;
import aln.media.MediaSettings;
import aln.media.SourceInput;
import aln.media.plan.Codec;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import aln.media.plan.MakePoster;
import aln.media.plan.VideoRendition;
import java.io.File;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * FFmpeg's arguments for a planned task. Pure functions; they hold for FFmpeg 5.1 and later.
 *
 * <p>The source keeps its own clock ({@code -copyts}): FFmpeg would otherwise move a transport
 * stream by the start of whichever of its streams is used, and sound and picture apart.
 */
@Component
public class EncodeCommands {

  /** The file that {@link #forPoster} makes. */
  public static final String POSTER = "poster.jpg";

  /** What is measured of a source begins with this name. */
  public static final String SOURCE = "source";

  /** Small pictures of the source, one behind the other: brightness only. */
  public static final String CHECKPOINTS = SOURCE + ".checkpoints";

  /** Some frames of the source at the size of the largest rendition: planar 4:2:0. */
  public static final String REFERENCE = SOURCE + ".yuv";

  /**
   * The moov is written after the first fragment, when it is known how far B-frames or AAC priming
   * put decoding before presentation: an edit list takes that out, so everything begins at its own
   * time. It is the same for every chunk. The cmaf flag would mean negative offsets instead, which
   * FFmpeg's own demuxer presents late.
   */
  private static final List<String> FRAGMENTED =
      List.of("-use_editlist", "1", "-avoid_negative_ts", "disabled", "-f", "mp4", "-movflags");

  private static final String FLAGS = "+delay_moov+default_base_moof+skip_trailer";

  /** Seconds. Sources that cannot be cut into chunks take long; nothing takes for ever. */
  private static final long LONGEST = 12 * 3600;

  /** How many times slower than it lasts a second set may be made while others go first. */
  private static final int YIELDING = 120;

  private final MediaSettings settings;

  public EncodeCommands(MediaSettings settings) {
    this.settings = settings;
  }

  /** Where a chunk begins to read whose source has an index, or can only be read from its start. */
  public Place place(EncodeVideo spec, URI source) {
    return Place.in(source, Stretch.place(spec));
  }

  /**
   * One decode, every rendition of one chunk: {@code 720p.mp4} and so on in the directory, as
   * fragmented MP4 (CMAF), one fragment a segment, times those of the whole video.
   *
   * @param place where to begin to read
   * @param directory an empty directory of this run's own
   * @param threads for decoding, and for each encoder; 0 leaves it to FFmpeg
   */
  public Command forChunk(EncodeVideo spec, Place place, File directory, int threads) {
    Stretch stretch = Stretch.of(spec, place, settings.limits());
    List<String> arguments = start(threads);
    arguments.addAll(stretch.options());
    arguments.addAll(List.of("-reinit_filter", "0"));
    arguments.addAll(SourceInput.arguments(place.source(), settings.limits()));
    Checkpoints points = Checkpoints.of(spec, settings.samples());
    arguments.addAll(List.of("-filter_complex", VideoFilters.of(spec, points)));
    for (VideoRendition rendition : spec.renditions()) {
      arguments.addAll(output(spec, rendition, threads, stretch));
    }
    arguments.addAll(raw("checkpoints", CHECKPOINTS));
    if (points.close() > 0) {
      arguments.addAll(raw("reference", REFERENCE));
    }
    Command command =
        new Command(
            Command.Tool.FFMPEG,
            arguments,
            directory,
            allowance(stretch.readMicros(), spec.codec() == Codec.H264 ? 30 : YIELDING));
    return spec.codec() == Codec.H264 ? command : command.yielding();
  }

  private static List<String> raw(String label, String file) {
    List<String> arguments = new ArrayList<>(List.of("-map", "[" + label + "]"));
    arguments.addAll(List.of("-fps_mode", "passthrough", "-c:v", "rawvideo", "-f", "rawvideo"));
    arguments.add(file);
    return arguments;
  }

  private static List<String> output(
      EncodeVideo spec, VideoRendition rendition, int threads, Stretch stretch) {
    FrameRate rate = spec.rate();
    List<String> arguments = new ArrayList<>(List.of("-map", "[" + rendition.name() + "]"));
    arguments.addAll(List.of("-fps_mode", "passthrough", "-map_metadata", "-1"));
    arguments.addAll(VideoEncoders.arguments(spec, rendition, Math.max(0, threads)));
    arguments.addAll(List.of("-video_track_timescale", Integer.toString(rate.timescale())));
    arguments.addAll(List.of("-output_ts_offset", seconds(rate.micros(spec.chunk().firstFrame()))));
    arguments.addAll(List.of("-fs", Long.toString(bytes(rendition.peak(1), stretch.readMicros()))));
    arguments.addAll(FRAGMENTED);
    arguments.addAll(List.of(FLAGS + "+frag_discont+frag_keyframe", rendition.name() + ".mp4"));
    return arguments;
  }

  /**
   * One track of sound in one pass: {@code audio-1.mp4} and so on in the directory, as fragmented
   * MP4 (CMAF) that begins where the picture begins. What was before is cut, gaps and a late start
   * are filled with silence. The encoder's 1024 samples of priming take the place of the first 21
   * ms, so that no player has to know of them. Decoders that can (AC-3, DTS) mix down themselves:
   * broadcasts go from stereo to 5.1 and back, and a new graph in the middle would begin at zero.
   */
  public Command forAudio(EncodeAudio spec, URI source, File directory, int threads) {
    int rate = EncodeAudio.SAMPLE_RATE;
    long fragment = 1_000_000L * EncodeAudio.PACKET_SAMPLES * spec.segmentPackets() / rate - 10_000;
    long read = Stretch.upTo(spec.durationMicros(), settings.limits());
    String filter =
        "[0:%d]asetpts=round(PTS-(%s)/TB),aresample=%d:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=%s%s,asplit=2[sound][heard];[heard]%s,anullsink"
            .formatted(
                spec.stream(),
                seconds(spec.startMicros()),
                rate,
                spec.rendition().channels() == 1 ? "mono" : "stereo",
                spec.fillMicros() == 0 ? "" : ",apad=whole_dur=" + seconds(spec.fillMicros()),
                loudness(SOURCE));
    List<String> arguments = start(threads);
    arguments.addAll(List.of("-downmix:" + spec.stream(), "stereo"));
    arguments.addAll(SourceInput.arguments(source, settings.limits()));
    arguments.addAll(List.of("-filter_complex", filter, "-map", "[sound]", "-map_metadata", "-1"));
    arguments.addAll(List.of("-c:a", "aac", "-b:a", Integer.toString(spec.rendition().bitRate())));
    arguments.addAll(List.of("-t", seconds(read)));
    arguments.addAll(
        List.of("-fs", Long.toString(bytes(2L * spec.rendition().bitRate() + 20_000, read))));
    // What is finished is shown at once; FFmpeg would keep a quarter of a megabyte of it to itself.
    arguments.addAll(List.of("-frag_duration", Long.toString(fragment), "-flush_packets", "1"));
    arguments.addAll(FRAGMENTED);
    arguments.addAll(List.of(FLAGS, spec.rendition().name() + ".mp4"));
    return new Command(Command.Tool.FFMPEG, arguments, directory, allowance(read, 2));
  }

  /**
   * A filter that writes how loud it is ten times a second (EBU R 128), to the moment and as a
   * whole, into {@code <name>.momentary} and {@code <name>.integrated} of the directory.
   */
  public static String loudness(String name) {
    return "ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.M:file=%s.momentary,"
            .formatted(name)
        + "ametadata=mode=print:key=lavfi.r128.I:file=%s.integrated".formatted(name);
  }

  /** The most typical of some key frames from one place on: {@link #POSTER} in the directory. */
  public Command forPoster(MakePoster spec, URI source, File directory, int threads) {
    long at =
        spec.picture().startMicros() + spec.atMicros() - spec.picture().containerStartMicros();
    List<String> arguments = start(threads);
    arguments.addAll(List.of("-noaccurate_seek", "-skip_frame", "nokey"));
    arguments.addAll(List.of("-ss", seconds(at), "-t", "30", "-reinit_filter", "0"));
    arguments.addAll(SourceInput.arguments(source, settings.limits()));
    arguments.addAll(List.of("-filter_complex", VideoFilters.of(spec), "-map", "[poster]"));
    arguments.addAll(List.of("-map_metadata", "-1", "-frames:v", "1", "-update", "1"));
    arguments.addAll(List.of("-c:v", "mjpeg", "-q:v", "3", "-fs", "20000000"));
    arguments.addAll(List.of("-f", "image2", POSTER));
    return new Command(Command.Tool.FFMPEG, arguments, directory, Duration.ofMinutes(3));
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

  private static String threads(int threads) {
    return Integer.toString(Math.max(0, threads));
  }

  /** A file that grows beyond what the rate control allows is a mistake, not a video. */
  private static long bytes(long bitRate, long micros) {
    return bitRate / 8 * (micros / 1_000_000 + 10);
  }

  private static Duration allowance(long micros, int timesSlower) {
    return Duration.ofSeconds(Math.min(LONGEST, 120 + timesSlower * (micros / 1_000_000)));
  }

  static String seconds(long micros) {
    return BigDecimal.valueOf(micros, 6).toPlainString();
  }
}
