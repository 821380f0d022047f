package aln.media.plan;

import aln.media.probe.VideoStream;

/** How a source's picture has to be treated on its way to what every screen shows. */
final class Pictures {

  private Pictures() {}

  static Picture of(VideoStream video, long containerStartMicros) {
    Picture.Range range = range(video);
    boolean turned = Math.abs(video.rotation()) % 180 == 90;
    return new Picture(
        video.index(),
        turned ? video.codedHeight() : video.codedWidth(),
        turned ? video.codedWidth() : video.codedHeight(),
        containerStartMicros,
        video.startMicros(),
        video.variable(),
        video.interlaced(),
        range,
        video.fullRange(),
        range == Picture.Range.STANDARD ? colours(video) : Picture.Colours.BT709);
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
    if (format.contains("rgb") || format.contains("bgr") || format.startsWith("gbr")) {
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
