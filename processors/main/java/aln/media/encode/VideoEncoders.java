package aln.media.encode;

import aln.media.plan.EncodeVideo;
import aln.media.plan.VideoRendition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How each encoder is told the same: a capped constant rate factor, a key frame at the beginning of
 * each segment and nowhere else, no picture that needs one of another segment, and parameter sets
 * that are equal in all chunks and stand in the initialisation section alone.
 */
final class VideoEncoders {

  private VideoEncoders() {}

  /**
   * @param threads for this encoder; 0 leaves it to FFmpeg
   */
  static List<String> arguments(EncodeVideo spec, VideoRendition rendition, int threads) {
    List<String> arguments = new ArrayList<>(List.of("-c:v", spec.codec().encoder()));
    arguments.addAll(List.of("-preset", spec.preset()));
    arguments.addAll(List.of("-crf", Integer.toString(spec.quality(rendition))));
    arguments.addAll(List.of("-maxrate", Long.toString(rendition.bitRate())));
    arguments.addAll(List.of("-bufsize", Long.toString(rendition.bufferBits())));
    arguments.addAll(
        switch (spec.codec()) {
          case H264 -> h264(spec, rendition, threads);
          case HEVC -> hevc(spec, threads);
          case AV1 -> av1(spec, threads);
        });
    return arguments;
  }

  private static List<String> h264(EncodeVideo spec, VideoRendition rendition, int threads) {
    String frames = Integer.toString(spec.segmentFrames());
    List<String> arguments = new ArrayList<>(List.of("-profile:v", "high"));
    arguments.addAll(List.of("-level:v", rendition.level() / 10 + "." + rendition.level() % 10));
    arguments.addAll(List.of("-g", frames, "-keyint_min", frames, "-sc_threshold", "0"));
    arguments.addAll(List.of("-x264-params", parameters(spec, "stitchable=1")));
    arguments.addAll(List.of("-threads", Integer.toString(threads)));
    return arguments;
  }

  /** Its own description is left out ({@code info}), or it would stand in front of each chunk. */
  private static List<String> hevc(EncodeVideo spec, int threads) {
    String fixed =
        "keyint=%d:min-keyint=%1$d:scenecut=0:open-gop=0:repeat-headers=0:info=0:log-level=warning"
            .formatted(spec.segmentFrames());
    String ours = threads > 0 ? fixed + ":pools=" + threads : fixed;
    return List.of("-profile:v", "main", "-tag:v", "hvc1", "-x265-params", parameters(spec, ours));
  }

  private static List<String> av1(EncodeVideo spec, int threads) {
    return List.of(
        "-g",
        Integer.toString(spec.segmentFrames()),
        "-svtav1-params",
        parameters(spec, "scd=0"),
        "-threads",
        Integer.toString(threads));
  }

  /** Whatever is tuned, ours come last and win. */
  private static String parameters(EncodeVideo spec, String ours) {
    return Stream.concat(Stream.ofNullable(spec.tuning()), Stream.of(ours))
        .collect(Collectors.joining(":"));
  }
}
