package aln.tasks;

import aln.ffmpeg.FfmpegException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a task failed, in two voices.
 *
 * @param code stable and kebab-case
 * @param message for the creator: what happened and what to do next
 * @param technical for the operator
 * @param detail the last lines that a tool said, possibly empty
 */
record Cause(String code, String message, String technical, String detail) {

  static final String STORE_AWAY = "storage-unavailable";

  static Cause of(Throwable thrown) {
    String technical = thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    if (Surroundings.failed(thrown)) {
      return around(thrown, technical);
    }
    if (thrown instanceof FfmpegException ffmpeg) {
      return new Cause(
          "encoding-failed",
          "The file could not be processed after several tries. Export it again, for example as MP4 with H.264 and"
              + " AAC, and upload it once more; if it stays so, ask the people who run this hub.",
          technical + " (" + ffmpeg.commandLine() + ")",
          ffmpeg.stderrTail());
    }
    return new Cause(
        "processing-failed",
        "Something went wrong inside the hub. Try again later, or ask the people who run this hub to look at it.",
        technical,
        "");
  }

  private static Cause around(Throwable thrown, String technical) {
    String detail = thrown instanceof FfmpegException ffmpeg ? ffmpeg.stderrTail() : "";
    if (Surroundings.wereFull(thrown)) {
      return new Cause(
          "disk-full",
          "The hub had no room to work in for a long while. Your file is safe; ask the people who run this hub to give it"
              + " more disk.",
          technical,
          detail);
    }
    return new Cause(
        STORE_AWAY,
        "The hub's storage could not be reached for a long while. Your file is safe; ask the people who run this hub to"
            + " look at it.",
        technical,
        detail);
  }

  static Cause workersGone() {
    return new Cause(
        "workers-gone",
        "Every worker that took your file went away. Your file is safe; ask the people who run this hub to look at it.",
        "The last lease ended without a word from its worker.",
        "");
  }

  /** The headers that a dead letter carries, for whoever looks at it. */
  Map<String, String> headers(Claim claim) {
    return new TreeMap<>(
        Map.of(
            "aln-cause",
            technical,
            "aln-detail",
            detail,
            "aln-queue",
            "aln." + claim.kind(),
            "aln-attempts",
            Integer.toString(claim.attempt()),
            "aln-task",
            claim.task().toString(),
            "aln-asset",
            claim.asset().toString()));
  }
}
