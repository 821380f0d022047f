package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import aln.ffmpeg.FfmpegFailed;
import aln.media.BadOutput;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CauseTest {

  private static final Claim CLAIM =
      new Claim(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "encode-video", 7, 4);

  @Test
  void tellsTheCreatorWhatToDoAndTheOperatorWhatFFmpegSaid() {
    FfmpegFailed failed = mock(FfmpegFailed.class);
    when(failed.getMessage()).thenReturn("FFmpeg ended with exit code 1: broken");
    when(failed.command()).thenReturn(List.of("ffmpeg", "-i", "http://store/source"));
    when(failed.exit()).thenReturn(1);
    when(failed.stderrTail()).thenReturn("warning\nbroken");
    Cause cause = Cause.of(failed);
    assertThat(cause.code()).isEqualTo("encoding-failed");
    assertThat(cause.message()).contains("upload it once more").doesNotContain("store");
    assertThat(cause.technical()).contains("exit code 1").doesNotContain("-i");
    assertThat(cause.command()).containsExactly("ffmpeg", "-i", "http://store/source");
    assertThat(cause.exitCode()).isEqualTo(1);
    assertThat(cause.detail()).isEqualTo("warning\nbroken");
  }

  @Test
  void keepsTheInsideOfTheHubFromTheCreator() {
    Cause cause = Cause.of(new IllegalStateException("No rendition 1080p was planned"));
    assertThat(cause.code()).isEqualTo("processing-failed");
    assertThat(cause.message()).contains("Try again later").doesNotContain("1080p");
    assertThat(cause.technical())
        .isEqualTo("IllegalStateException: No rendition 1080p was planned");
  }

  @Test
  void saysWhenTheOutputWasNotBelieved() {
    Cause cause = Cause.of(new BadOutput("Rendition 720p, chunk 0: is blank"));
    assertThat(cause.code()).isEqualTo("bad-output");
    assertThat(cause.message()).contains("Your file is safe").doesNotContain("720p");
    assertThat(cause.technical()).isEqualTo("BadOutput: Rendition 720p, chunk 0: is blank");
  }

  @Test
  void saysWhenTheWorkersWentAway() {
    assertThat(Cause.workersGone().code()).isEqualTo("workers-gone");
    assertThat(Cause.workersGone().message()).contains("Your file is safe");
  }

  @Test
  void goesWithTheDeadLetter() {
    assertThat(Cause.workersGone().headers(CLAIM))
        .containsEntry("aln-code", "workers-gone")
        .containsEntry("aln-queue", "aln.encode-video")
        .containsEntry("aln-attempts", "4")
        .containsEntry("aln-task", CLAIM.task().toString())
        .containsEntry("aln-asset", CLAIM.asset().toString())
        .containsEntry("aln-cause", "The last lease ended without a word from its worker.")
        .containsEntry("aln-detail", "");
  }

  @Test
  void fitsIntoAHeaderAndIntoTheDatabaseWhateverTheToolSaid() {
    FfmpegFailed failed = mock(FfmpegFailed.class);
    when(failed.getMessage()).thenReturn("bad \0 byte " + "x".repeat(100_000));
    when(failed.command()).thenReturn(List.of("ffmpeg"));
    when(failed.stderrTail()).thenReturn("\0" + "é".repeat(30_000) + " the end");
    Cause cause = Cause.of(failed);
    assertThat(cause.technical() + cause.detail()).doesNotContain("\0");
    assertThat(cause.headers(CLAIM).values()).allMatch(each -> each.length() <= 2000);
    assertThat(cause.headers(CLAIM).get("aln-detail")).endsWith("é the end");
  }

  @Test
  void saysWhatHadRunWhereTheFailureCameUponACommand() {
    FfmpegFailed failed = mock(FfmpegFailed.class);
    when(failed.command()).thenReturn(List.of("ffprobe"));
    when(failed.stderrTail()).thenReturn("404 Not Found");
    when(failed.exit()).thenReturn(1);
    IOException upon = new IOException("The store answered 404 for the source");
    upon.addSuppressed(failed);
    Cause cause = Cause.of(upon);
    assertThat(cause.code()).isEqualTo("processing-failed");
    assertThat(cause.technical()).contains("The store answered 404");
    assertThat(cause.command()).containsExactly("ffprobe");
    assertThat(cause.detail()).isEqualTo("404 Not Found");
  }
}
