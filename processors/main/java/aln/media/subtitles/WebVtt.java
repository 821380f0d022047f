package aln.media.subtitles;

import java.util.List;

/** Text tracks as WebVTT (W3C Recommendation track, 2019). */
public final class WebVtt {

  private WebVtt() {}

  /** The beginning of any file. */
  public static final String HEAD = "WEBVTT\n";

  /** {@code 00:01:02.345}; hours have two digits or more. */
  public static String time(long micros) {
    long millis = micros / 1000;
    return "%02d:%02d:%02d.%03d"
        .formatted(millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
  }

  /** The times from one to another, as they stand above a cue. */
  public static String times(long startMicros, long endMicros) {
    return time(startMicros) + " --> " + time(endMicros);
  }

  /**
   * A file of its own, or the only segment of an HLS rendition that begins at zero (RFC 8216,
   * section 3.5).
   */
  static String of(List<Cue> cues) {
    StringBuilder file = new StringBuilder(HEAD);
    file.append("X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n");
    for (Cue cue : cues) {
      file.append('\n').append(times(cue.startMicros(), cue.endMicros()));
      file.append(cue.atTop() ? " line:0\n" : "\n").append(cue.text()).append('\n');
    }
    return file.toString();
  }

  /** What would be markup is shown as it is. */
  static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
