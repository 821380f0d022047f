package aln.media.probe;

import aln.media.FrameRate;
import aln.media.MediaSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the picture of a source: upright size, real frame rate, colours, first frame and last. */
final class Pictures {

  private static final Set<String> FIELDS = Set.of("tt", "bb", "tb", "bt");

  /** Where these are silent about fields, each frame of theirs may still have them. */
  private static final Set<String> WITH_FIELDS =
      Set.of("dvvideo", "mpeg2video", "mpeg4", "vc1", "prores", "dnxhd", "mjpeg");

  private Pictures() {}

  static VideoStream read(Probed stream, Extent extent, MediaSettings.Limits limits) {
    FrameTimes times = headTimes(stream);
    boolean variable = times.enough() && !times.constant();
    FrameRate rate = rate(stream, times, variable);
    if (rate.perSecond() > limits.frameRate()) {
      throw Refusals.frameRateTooHigh(rate.perSecond(), limits.frameRate());
    }
    int rotation = stream.sideData().rotation();
    boolean turned = Math.abs(rotation) % 180 == 90;
    double width = stream.number("width") * stream.sampleAspect();
    double height = stream.number("height");
    long start = start(stream, extent);
    return new VideoStream(
        stream.index(),
        stream.codec(),
        stream.number("width"),
        stream.number("height"),
        turned ? height : width,
        turned ? width : height,
        rotation,
        rate,
        variable,
        stream.json().path("pix_fmt").asText(),
        bitDepth(stream.json().path("pix_fmt").asText()),
        fullRange(stream),
        stream.text("color_space"),
        stream.text("color_transfer"),
        stream.text("color_primaries"),
        (int) Math.round(stream.sideData().peak().orElse(0.0)),
        interlaced(stream),
        start,
        rate.micros(stream.lateFrames()),
        Math.max(extent.endOf(stream, rate.micros(1)) - start, rate.micros(1)));
  }

  private static FrameTimes headTimes(Probed stream) {
    return new FrameTimes(
        stream.packets().stream()
            .filter(packet -> packet.order() < InspectCommands.HEAD && !packet.discarded())
            .map(Probed.Packet::ptsMicros)
            .toList(),
        stream.tickMicros());
  }

  private static FrameRate rate(Probed stream, FrameTimes times, boolean variable) {
    List<FrameRate> claims =
        Stream.of("r_frame_rate", "avg_frame_rate")
            .flatMap(field -> stream.rate(field).stream())
            .toList();
    if (times.enough()) {
      return variable ? times.grid(claims) : times.exactRate(claims);
    }
    return claims.stream()
        .filter(rate -> rate.perSecond() >= 1 && rate.perSecond() <= 120)
        .findFirst()
        .orElse(FrameRate.of(25, 1));
  }

  /**
   * The first key frame when the recording begins between two of them; the stream's own start where
   * an edit list hides the frames before it.
   */
  private static long start(Probed stream, Extent extent) {
    long declared = stream.startMicros().orElse(extent.startMicros());
    Optional<Long> key =
        stream.packets().stream()
            .filter(packet -> packet.key() && packet.order() < InspectCommands.HEAD)
            .map(Probed.Packet::ptsMicros)
            .findFirst();
    return key.filter(micros -> micros > declared).orElse(declared);
  }

  private static boolean interlaced(Probed stream) {
    String order = stream.json().path("field_order").asText("unknown");
    return FIELDS.contains(order)
        || (order.equals("unknown") && WITH_FIELDS.contains(stream.codec()));
  }

  private static boolean fullRange(Probed stream) {
    String format = stream.json().path("pix_fmt").asText();
    return "pc".equals(stream.text("color_range")) || format.startsWith("yuvj");
  }

  private static int bitDepth(String pixelFormat) {
    for (int depth : new int[] {16, 14, 12, 10, 9}) {
      if (pixelFormat.matches(".*(?<!\\d)p?" + depth + "(le|be)?$")) {
        return depth;
      }
    }
    return 8;
  }
}
