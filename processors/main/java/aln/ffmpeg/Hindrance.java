package aln.ffmpeg;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What around FFmpeg kept it from its work, as it says itself; the file is not to blame then.
 *
 * <p>FFmpeg takes the end of a connection for the end of the film: it goes on with what it has and
 * may even end with 0. So a hindrance counts whatever the exit code is.
 */
public enum Hindrance {
  /**
   * The source's address did not answer, broke off, stalled or answered 5xx, and the last of the
   * tries that {@code -reconnect_delay_max 5} leaves (after 0, 1 and 3 seconds) was needed.
   */
  SOURCE_AWAY(
      "the store failed while the source was read",
      "Will reconnect at \\d+ in 3 second|: Server returned 5XX Server Error reply"),
  /** Nothing more can be written. */
  DISK_FULL("the disk is full", "(No space left on device|Disk quota exceeded)\\s*$");

  private final String words;
  private final Pattern sign;

  Hindrance(String words, String sign) {
    this.words = words;
    this.sign = Pattern.compile(sign, Pattern.MULTILINE);
  }

  /** The hindrance that this stretch of standard error tells of. */
  static Optional<Hindrance> in(CharSequence stderr) {
    return Stream.of(values()).filter(each -> each.sign.matcher(stderr).find()).findFirst();
  }

  @Override
  public String toString() {
    return words;
  }
}
