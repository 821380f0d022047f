package aln.tasks;

import aln.ffmpeg.FfmpegException;
import aln.media.BadOutput;
import aln.media.MediaRefused;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a task failed, in two voices.
 *
 * @param code stable and kebab-case
 * @param message for the creator: what happened and what to do next
 * @param technical for the operator
 * @param detail the last lines that a tool said, possibly empty
 * @param command the program that failed and its arguments, without secrets; empty where none did
 * @param exitCode of that program, where it ended by itself
 */
record Cause(
    String code,
    String message,
    String technical,
    String detail,
    List<String> command,
    @Nullable Integer exitCode) {

  static final String STORE_AWAY = "storage-unavailable";

  /** What a header may hold of a tool's words; the task's attempts hold all of them. */
  private static final int LONGEST_HEADER = 2000;

  private Cause(String code, String message, String technical) {
    this(code, message, technical, "", List.of(), null);
  }

  Cause {
    technical = storable(technical);
    detail = storable(detail);
  }

  static Cause of(Throwable thrown) {
    String technical = thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    if (Surroundings.failed(thrown)) {
      return around(thrown, technical).with(thrown);
    }
    if (thrown instanceof FfmpegException) {
      return new Cause(
              "encoding-failed",
              "The file could not be processed after several tries. Export it again, for example as MP4 with H.264 and"
                  + " AAC, and upload it once more; if it stays so, ask the people who run this hub.",
              technical)
          .with(thrown);
    }
    if (thrown instanceof BadOutput) {
      return new Cause(
          "bad-output",
          "What was made of your file was not what it should be, after several tries. Your file is safe; ask the people who"
              + " run this hub to look at it.",
          technical);
    }
    return new Cause(
            "processing-failed",
            "Something went wrong inside the hub. Try again later, or ask the people who run this hub to look at it.",
            technical)
        .with(thrown);
  }

  /** And what ran, where the failure came from a command or upon one. */
  private Cause with(Throwable thrown) {
    return (thrown instanceof FfmpegException
            ? Stream.of(thrown)
            : Stream.of(thrown.getSuppressed()))
        .filter(FfmpegException.class::isInstance)
        .map(FfmpegException.class::cast)
        .findFirst()
        .map(
            ran -> new Cause(code, message, technical, ran.stderrTail(), ran.command(), ran.exit()))
        .orElse(this);
  }

  /** The source's fault; its words are for both. */
  static Cause of(MediaRefused refusal) {
    String words = String.valueOf(refusal.getMessage());
    return new Cause(refusal.code(), words, words);
  }

  private static Cause around(Throwable thrown, String technical) {
    if (Surroundings.wereFull(thrown)) {
      return new Cause(
          "disk-full",
          "The hub had no room to work in for a long while. Your file is safe; ask the people who run this hub to give it"
              + " more disk.",
          technical);
    }
    return new Cause(
        STORE_AWAY,
        "The hub's storage could not be reached for a long while. Your file is safe; ask the people who run this hub to"
            + " look at it.",
        technical);
  }

  static Cause workersGone() {
    return new Cause(
        "workers-gone",
        "Every worker that took your file went away. Your file is safe; ask the people who run this hub to look at it.",
        "The last lease ended without a word from its worker.");
  }

  /** The headers that a dead letter carries, for whoever looks at it. */
  Map<String, String> headers(Claim claim) {
    return new TreeMap<>(
        Map.of(
            "aln-code",
            code,
            "aln-cause",
            end(technical),
            "aln-detail",
            end(detail),
            "aln-queue",
            "aln." + claim.kind(),
            "aln-attempts",
            Integer.toString(claim.attempt()),
            "aln-task",
            claim.task().toString(),
            "aln-asset",
            claim.asset().toString()));
  }

  private static String end(String text) {
    return text.substring(Math.max(0, text.length() - LONGEST_HEADER));
  }

  /** PostgreSQL holds no NUL in a text. */
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
