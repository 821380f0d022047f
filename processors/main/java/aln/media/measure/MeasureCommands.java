package aln.media.measure;

import aln.ffmpeg.Command;
import aln.media.MediaSettings;
import aln.media.encode.Checkpoints;
import aln.media.encode.EncodeCommands;
import aln.media.encode.EncodedSegment;
import aln.media.encode.EncodedTrack;
import aln.media.plan.Codec;
import aln.media.plan.EncodeVideo;
import aln.media.plan.VideoRendition;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * FFmpeg's arguments for looking at what it made. Little is decoded: key frames, and of one segment
 * the beginning or all of it.
 */
@Component
public class MeasureCommands {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final MediaSettings settings;

  public MeasureCommands(MediaSettings settings) {
    this.settings = settings;
  }

  /**
   * Beside each {@code 720p.mp4}: {@code 720p.keys} and {@code 720p.close}, small pictures of the
   * key frames and of the segment that is compared closely, and {@code 720p.ssim}, a line a frame.
   *
   * @param tracks in the order of the specification's renditions
   * @param directory the one that they were encoded in
   */
  public Command forChunk(
      EncodeVideo spec, List<EncodedTrack> tracks, File directory, int threads) {
    Checkpoints points = Checkpoints.of(spec, settings.samples());
    File reference = new File(directory, EncodeCommands.REFERENCE);
    boolean close = points.close() > 0 && reference.length() > 0;
    List<String> arguments = start(threads);
    tracks.forEach(track -> arguments.addAll(keys(spec, track)));
    if (close) {
      tracks.forEach(track -> arguments.addAll(stretch(track, points)));
      arguments.addAll(reference(spec));
    }
    arguments.add("-filter_complex");
    arguments.add(graph(spec, points, close));
    for (EncodedTrack track : tracks) {
      arguments.addAll(small("keys", track));
      if (close) {
        arguments.addAll(small("close", track));
        arguments.addAll(List.of("-map", "[ssim-" + track.rendition() + "]", "-f", "null", "-"));
      }
    }
    return new Command(Command.Tool.FFMPEG, arguments, directory, PATIENCE);
  }

  /** {@code audio-1.momentary} and {@code audio-1.integrated} beside {@code audio-1.mp4}. */
  public Command forSound(List<EncodedTrack> tracks, File directory, int threads) {
    EncodedTrack track = tracks.get(0);
    List<String> arguments = start(threads);
    arguments.addAll(List.of("-protocol_whitelist", "file", "-i", "file:" + name(track)));
    arguments.addAll(List.of("-af", EncodeCommands.loudness(track.rendition()), "-f", "null", "-"));
    return new Command(Command.Tool.FFMPEG, arguments, directory, Duration.ofHours(1));
  }

  private static List<String> start(int threads) {
    return new ArrayList<>(
        List.of(
            "-hide_banner",
            "-y", // over what an earlier look left
            "-loglevel",
            "warning",
            "-nostdin",
            "-nostats",
            "-threads",
            Integer.toString(Math.max(0, threads))));
  }

  private static List<String> keys(EncodeVideo spec, EncodedTrack track) {
    List<String> input = List.of("-protocol_whitelist", "file", "-i", "file:" + name(track));
    return decodesAll(spec)
        ? input
        : Stream.concat(Stream.of("-skip_frame", "nokey"), input.stream()).toList();
  }

  /** The decoders of AV1 know no skipping. */
  private static boolean decodesAll(EncodeVideo spec) {
    return spec.codec() == Codec.AV1;
  }

  /** The one segment behind its initialisation section, as a player would read it. */
  private static List<String> stretch(EncodedTrack track, Checkpoints points) {
    int place = Math.min(points.segment(), track.segments().size() - 1);
    EncodedSegment segment = track.segments().get(place);
    String file = name(track);
    return List.of(
        "-protocol_whitelist",
        "concat,subfile,file",
        "-i",
        "concat:%s|%s"
            .formatted(
                part(file, 0, track.initLength()),
                part(file, segment.offset(), segment.offset() + segment.length())));
  }

  private static String part(String file, long start, long end) {
    return "subfile,,start,%d,end,%d,,:%s".formatted(start, end, file);
  }

  private static String name(EncodedTrack track) {
    return track.file().getName();
  }

  private static List<String> reference(EncodeVideo spec) {
    VideoRendition largest = spec.renditions().get(0);
    return List.of(
        "-f",
        "rawvideo",
        "-pixel_format",
        "yuv420p",
        "-video_size",
        largest.width() + "x" + largest.height(),
        "-framerate",
        "1",
        "-protocol_whitelist",
        "file",
        "-i",
        "file:" + EncodeCommands.REFERENCE);
  }

  private static String graph(EncodeVideo spec, Checkpoints points, boolean close) {
    List<VideoRendition> renditions = spec.renditions();
    List<String> chains = new ArrayList<>();
    for (int i = 0; i < renditions.size(); i++) {
      String name = renditions.get(i).name();
      String keys =
          decodesAll(spec) ? "select='not(mod(n,%d))',".formatted(spec.segmentFrames()) : "";
      chains.add("[%d:v]%s%s[keys-%s]".formatted(i, keys, Checkpoints.shrink(), name));
      if (close) {
        chains.add(
            "[%d:v]trim=end_frame=%d,select='not(mod(n,%d))',settb=1/1,setpts=N,split=2[seen-%4$s][made-%4$s]"
                .formatted(
                    renditions.size() + i,
                    (points.close() - 1) * points.step() + 1,
                    points.step(),
                    name));
        chains.add("[seen-%s]%s[close-%1$s]".formatted(name, Checkpoints.shrink()));
        chains.add(
            "[made-%s][given-%1$s]ssim=stats_file=%1$s.ssim:shortest=1[ssim-%1$s]".formatted(name));
      }
    }
    if (close) {
      chains.add("[%d:v]settb=1/1,setpts=N%s".formatted(2 * renditions.size(), given(renditions)));
    }
    return String.join(";", chains);
  }

  /** The source's frames at every size, scaled as they were for the encoder. */
  private static String given(List<VideoRendition> renditions) {
    StringBuilder graph = new StringBuilder();
    for (int i = 0; i < renditions.size(); i++) {
      VideoRendition rendition = renditions.get(i);
      graph.append(i == 0 ? "" : ";[next-%d]%s".formatted(i, rendition.scaled()));
      graph.append(
          i == renditions.size() - 1
              ? "%s[given-%s]".formatted(i == 0 ? ",null" : "", rendition.name())
              : ",split=2[given-%s][next-%d]".formatted(rendition.name(), i + 1));
    }
    return graph.toString();
  }

  private static List<String> small(String kind, EncodedTrack track) {
    String name = track.rendition();
    return List.of(
        "-map",
        "[%s-%s]".formatted(kind, name),
        "-fps_mode",
        "passthrough",
        "-c:v",
        "rawvideo",
        "-f",
        "rawvideo",
        name + "." + kind);
  }
}
