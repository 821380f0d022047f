package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import aln.ffmpeg.FfmpegFailed;
import aln.ffmpeg.FfmpegHindered;
import aln.ffmpeg.FfmpegTimedOut;
import aln.ffmpeg.Hindrance;
import aln.media.BadOutput;
import aln.storage.StoreUnavailable;
import io.minio.errors.ServerException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

class SurroundingsTest {

  static Stream<Throwable> passing() {
    return Stream.of(
        new StoreUnavailable("http://store", "write a/b", new IOException("HTTP 503")),
        new ServerException("server failed with HTTP status code 503", 503, "trace"),
        new CamelExecutionException("a/b", null, new ConnectException("Connection refused")),
        new SocketException("Connection reset"),
        new SocketTimeoutException("timeout"),
        new UnknownHostException("store"),
        hindered(Hindrance.SOURCE_AWAY),
        hindered(Hindrance.DISK_FULL),
        new ScratchFull(1, 0),
        new UncheckedIOException(new FileSystemException("/s", null, "No space left on device")),
        new IOException("No space left on device"),
        new IOException("Cannot run program \"setpriv\": error=12, Cannot allocate memory"),
        new CannotGetJdbcConnectionException("away", new SQLException("refused")),
        new CannotCreateTransactionException("away"));
  }

  static Stream<Throwable> itsOwnFault() {
    return Stream.of(
        mock(FfmpegFailed.class),
        mock(FfmpegTimedOut.class),
        new BadOutput("Rendition 720p holds 3 of 100 frames"),
        new BadOutput("cannot be read", new EOFException()),
        new FileNotFoundException("The source is not in the store any more"),
        new DataIntegrityViolationException("duplicate"),
        new IllegalStateException("No rendition 720p was planned"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void takesWhatPassesForNobodysFault(Throwable thrown) {
    assertThat(Surroundings.failed(thrown)).isTrue();
    assertThat(Cause.of(thrown).code()).isIn("storage-unavailable", "disk-full");
    assertThat(Cause.of(thrown).message()).contains("Your file is safe");
  }

  @ParameterizedTest
  @MethodSource("itsOwnFault")
  void takesTheRestForAnAttempt(Throwable thrown) {
    assertThat(Surroundings.failed(thrown)).isFalse();
  }

  static Stream<Throwable> full() {
    return Stream.of(
        new ScratchFull(1, 0),
        hindered(Hindrance.DISK_FULL),
        new IOException("No space left on device"));
  }

  @ParameterizedTest
  @MethodSource("full")
  void namesAFullDisk(Throwable thrown) {
    assertThat(Cause.of(thrown).code()).isEqualTo("disk-full");
  }

  private static FfmpegHindered hindered(Hindrance by) {
    FfmpegHindered hindered = mock(FfmpegHindered.class);
    when(hindered.hindrance()).thenReturn(by);
    when(hindered.stderrTail()).thenReturn("");
    return hindered;
  }
}
