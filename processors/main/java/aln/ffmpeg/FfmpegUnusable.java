package aln.ffmpeg;

import java.util.List;

/** No FFmpeg of this machine can do the work, so the hub does not start. */
public final class FfmpegUnusable extends RuntimeException {

  private final transient List<String> reasons;

  FfmpegUnusable(List<String> reasons) {
    super("No usable FFmpeg: " + String.join("; ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  /** One line for each FFmpeg that was tried: which, and why not. */
  List<String> reasons() {
    return reasons;
  }
}
