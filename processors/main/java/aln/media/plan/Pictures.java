package aln.media.plan;

import aln.media.FrameRate;
import aln.media.probe.VideoStream;

/** How a source's picture has to be treated on its way to what every screen shows. */
final class Pictures {

  /** What most films are graded for, and what HLG means (ITU-R BT.2100). cd/m². */
  private static final int USUAL_PEAK = 1000;

  private Pictures() {}

  /**
   * @param rate of the renditions: the picture's own, its half, its quarter
   * @param heldMicros how long its last frame has to stay
   */
  static Picture of(VideoStream video, long containerStartMicros, FrameRate rate, long heldMicros) {
    Picture.Range range = range(video);
    boolean turned = Math.abs(video.rotation()) % 180 == 90;
    return new Picture(
        video.index(),
        turned ? video.codedHeight() : video.codedWidth(),
        turned ? video.codedWidth() : video.codedHeight(),
        containerStartMicros,
        video.startMicros() + video.delayMicros(),
        (int) Math.round(video.rate().perSecond() / rate.perSecond()),
        video.variable(),
        video.interlaced(),
        range,
        video.fullRange(),
        alpha(video.pixelFormat()),
        peak(video, range),
        range == Picture.Range.STANDARD ? colours(video) : Picture.Colours.BT709,
        heldMicros);
  }

  /** Metadata are often absent or fanciful. */
  private static int peak(VideoStream video, Picture.Range range) {
    return range == Picture.Range.PQ && video.peak() > 0
        ? Math.max(400, Math.min(4000, video.peak()))
        : USUAL_PEAK;
  }

  /** By FFmpeg's names: yuva444p10le, gbrap, rgba, argb, ya8; pal8 may be. */
  private static boolean alpha(String format) {
    return format.matches("(yuva|gbrap|rgba|bgra|argb|abgr|ya\\d|pal8).*");
  }

  private static Picture.Range range(VideoStream video) {
    String transfer = String.valueOf(video.transfer());
    String format = video.pixelFormat();
    if (transfer.equals("smpte2084")) {
      return Picture.Range.PQ;
    }
    if (transfer.equals("arib-std-b67")) {
      return Picture.Range.HLG;
    }
    if (format.matches("(.*(rgb|bgr)|gbr|pal8|xyz).*")) {
      return Picture.Range.RGB;
    }
    return String.valueOf(video.matrix()).startsWith("bt2020")
        ? Picture.Range.WIDE
        : Picture.Range.STANDARD;
  }

  /** As the file says; where it does not, by its size, as players do. */
  private static Picture.Colours colours(VideoStream video) {
    return switch (String.valueOf(video.matrix())) {
      case "bt709" -> Picture.Colours.BT709;
      case "smpte170m", "fcc", "smpte240m" -> Picture.Colours.NTSC;
      case "bt470bg" -> Picture.Colours.PAL;
      default -> bySize(Math.min(video.codedWidth(), video.codedHeight()));
    };
  }

  private static Picture.Colours bySize(int shortSide) {
    if (shortSide >= 720) {
      return Picture.Colours.BT709;
    }
    return shortSide == 576 || shortSide == 288 ? Picture.Colours.PAL : Picture.Colours.NTSC;
  }
}
