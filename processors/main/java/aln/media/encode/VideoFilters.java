package aln.media.encode;

import static java.math.RoundingMode.HALF_UP;

import aln.media.FrameRate;
import aln.media.plan.Access;
import aln.media.plan.EncodeVideo;
import aln.media.plan.MakePoster;
import aln.media.plan.Picture;
import aln.media.plan.Sampling;
import aln.media.plan.VideoRendition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Filter graphs from a source's picture to what is encoded. FFmpeg itself turns the picture upright
 * in front of them (autorotate). Every word in them is ours; nothing comes from a file's texts.
 */
final class VideoFilters {

  /** What shines like paper in the picture, in cd/m² (ITU-R BT.2408). */
  private static final int WHITE = 203;

  /**
   * Captions inside the picture (ATSC A/53, CEA-608). libx264 would keep them, libsvtav1 would not;
   * playlists promise that there are none.
   */
  private static final String NO_CAPTIONS = "sidedata=mode=delete:type=A53_CC";

  private VideoFilters() {}

  /**
   * Frames on an exact grid that begins with the chunk, the largest size first, and every smaller
   * one scaled from the next larger one: much cheaper than from the source each time. Beside them
   * what the output is held against: {@code [checkpoints]} and, if wanted, {@code [reference]}.
   */
  static String of(EncodeVideo spec, Checkpoints points) {
    long start = spec.picture().startMicros() + spec.rate().micros(spec.chunk().firstFrame());
    List<String> filters = new ArrayList<>();
    filters.add("setpts=round(PTS-(" + EncodeCommands.seconds(start) + ")/TB)");
    filters.addAll(deinterlace(spec.picture()));
    filters.addAll(grid(spec.rate(), spec.picture().every()));
    filters.addAll(hold(spec));
    if (!spec.chunk().last() || spec.exactLength()) {
      filters.add("trim=end_frame=" + spec.chunk().frames());
    }
    VideoRendition largest = spec.renditions().get(0);
    filters.addAll(upright(spec.picture(), largest.width(), largest.height()));
    filters.addAll(label(spec.picture().colours()));
    filters.add(NO_CAPTIONS);
    return "[0:%d]%s%s"
        .formatted(stream(spec), String.join(",", filters), ladder(spec.renditions(), points));
  }

  /** Pieces hold nothing but the picture. */
  private static int stream(EncodeVideo spec) {
    return spec.chunk().access() == Access.PIECES ? 0 : spec.picture().stream();
  }

  /** A sample of the source at the largest size, on the grid of the renditions. */
  static String ofSample(Sampling spec) {
    VideoRendition largest = spec.candidates().get(0);
    List<String> filters = new ArrayList<>(List.of("setpts=PTS-STARTPTS"));
    filters.addAll(deinterlace(spec.picture()));
    filters.add("fps=" + spec.rate() + ":start_time=0:round=near");
    filters.add("trim=end_frame=" + spec.frames());
    filters.addAll(upright(spec.picture(), largest.width(), largest.height()));
    filters.addAll(label(spec.picture().colours()));
    return String.join(",", filters);
  }

  static String of(MakePoster spec) {
    List<String> filters = new ArrayList<>(deinterlace(spec.picture()));
    filters.addAll(upright(spec.picture(), spec.width(), spec.height()));
    filters.addAll(label(spec.picture().colours()));
    filters.add("thumbnail=n=12");
    filters.add(
        "scale=in_color_matrix=%s:in_range=tv:out_color_matrix=bt601:out_range=pc"
            .formatted(spec.picture().colours().matrix().equals("bt709") ? "bt709" : "bt601"));
    filters.add("format=yuvj420p");
    return "[0:%d]%s[poster]".formatted(spec.picture().stream(), String.join(",", filters));
  }

  private static String ladder(List<VideoRendition> renditions, Checkpoints points) {
    StringBuilder graph = new StringBuilder();
    for (int i = 0; i < renditions.size(); i++) {
      List<String> to = new ArrayList<>(List.of(renditions.get(i).name()));
      if (i == 0 && points.close() > 0) {
        to.add("large");
      }
      to.add(i == renditions.size() - 1 ? "small" : "down" + (i + 1));
      graph.append(i == 0 ? "" : "[down%d]%s".formatted(i, renditions.get(i).scaled()));
      graph.append(",split=%d[%s];".formatted(to.size(), String.join("][", to)));
    }
    graph.append("[small]%s[checkpoints]".formatted(points.small()));
    return points.close() == 0
        ? graph.toString()
        : graph.append(";[large]%s[reference]".formatted(points.large())).toString();
  }

  /** Halved on the source's own grid: on the coarser one every second frame is a matter of luck. */
  private static List<String> grid(FrameRate rate, int every) {
    String own = "fps=" + rate.times(every) + ":start_time=0:round=near:eof_action=pass";
    return every == 1 ? List.of(own) : List.of(own, "framestep=" + every);
  }

  private static List<String> hold(EncodeVideo spec) {
    long frames = spec.rate().frames(spec.picture().heldMicros());
    return spec.chunk().last() && frames > 0
        ? List.of("tpad=stop=" + frames + ":stop_mode=clone")
        : List.of();
  }

  /**
   * A frame of another size in the middle would hurt the filter, so it is brought to size first.
   */
  private static List<String> deinterlace(Picture picture) {
    return picture.interlaced()
        ? List.of(
            "scale=%d:%d:interl=-1".formatted(picture.storedWidth(), picture.storedHeight()),
            "bwdif=mode=send_frame:parity=auto:deint=interlaced")
        : List.of();
  }

  private static List<String> upright(Picture picture, int width, int height) {
    List<String> filters = new ArrayList<>(picture.alpha() ? onBlack(picture.range()) : List.of());
    filters.addAll(sized(picture, width, height));
    return filters;
  }

  private static List<String> onBlack(Picture.Range range) {
    String formats =
        range == Picture.Range.RGB
            ? "gbrap|gbrap10le|gbrap12le|gbrap16le"
            : "yuva444p|yuva444p10le|yuva444p12le|yuva444p16le";
    return List.of("format=" + formats, "premultiply=inplace=1");
  }

  private static List<String> sized(Picture picture, int width, int height) {
    String scale = "scale=%d:%d:flags=bicubic".formatted(width, height);
    return switch (picture.range()) {
      case STANDARD ->
          List.of(
              picture.fullRange() ? scale + ":in_range=pc:out_range=tv" : scale,
              "format=yuv420p",
              "setsar=1");
      case RGB ->
          List.of(scale + ":out_color_matrix=bt709:out_range=tv", "format=yuv420p", "setsar=1");
      case WIDE ->
          List.of(
              scale,
              "zscale=min=bt2020nc:pin=bt2020:tin=bt709:m=bt709:p=bt709:t=bt709:r=tv",
              "format=yuv420p",
              "setsar=1");
      case PQ -> toneMapped(scale, "smpte2084", picture);
      case HLG -> toneMapped(scale, "arib-std-b67", picture);
    };
  }

  /**
   * To linear light, to the narrower gamut, highlights rolled off, and back. What is darker than a
   * third of white keeps its brightness. The peak is named, since FFmpeg would look for it in each
   * chunk's first frame.
   */
  private static List<String> toneMapped(String scale, String transfer, Picture picture) {
    return List.of(
        scale,
        "zscale=min=bt2020nc:pin=bt2020:tin=%s:rin=%s:t=linear:npl=%d"
            .formatted(transfer, picture.fullRange() ? "pc" : "tv", WHITE),
        "format=gbrpf32le",
        "zscale=p=bt709",
        "tonemap=tonemap=mobius:desat=0:peak="
            + BigDecimal.valueOf(picture.peak()).divide(BigDecimal.valueOf(WHITE), 3, HALF_UP),
        "zscale=t=bt709:m=bt709:r=tv",
        "format=yuv420p",
        "setsar=1");
  }

  private static List<String> label(Picture.Colours colours) {
    return List.of(
        "setparams=range=tv:colorspace=%s:color_primaries=%s:color_trc=%s"
            .formatted(colours.matrix(), colours.primaries(), colours.transfer()));
  }
}
