package aln.tasks;

import aln.ffmpeg.FfmpegHindered;
import aln.ffmpeg.Hindrance;
import aln.media.BadOutput;
import aln.storage.StoreCallFailed;
import aln.storage.StoreUnavailable;
import com.google.common.base.Throwables;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Tells what failed around a task from what is the task's own fault. The former passes and costs
 * the creator no attempt: the store or the database is away, the disk is full, no process can be
 * started. The latter is the file's or FFmpeg's: an exit code, a time-out, FFmpeg out of memory, an
 * output that is not what was planned.
 */
final class Surroundings {

  private static final List<Class<? extends Throwable>> AWAY =
      List.of(
          StoreUnavailable.class,
          StoreCallFailed.class,
          MinioException.class,
          SocketException.class,
          InterruptedIOException.class,
          UnknownHostException.class,
          ProtocolException.class,
          SSLException.class,
          FfmpegHindered.class,
          ScratchFull.class,
          TransientDataAccessException.class,
          RecoverableDataAccessException.class,
          DataAccessResourceFailureException.class,
          TransactionException.class);

  /** The system's own words in an IOException. */
  private static final Pattern FULL =
      Pattern.compile("No space left on device|Disk quota exceeded");

  private static final Pattern NO_PROCESS = Pattern.compile("^Cannot run program ");

  private Surroundings() {}

  /** Whether what was thrown, or anything that it came from, is of that kind. */
  static boolean failed(Throwable thrown) {
    List<Throwable> chain = Throwables.getCausalChain(thrown);
    return chain.stream().noneMatch(BadOutput.class::isInstance)
        && chain.stream().anyMatch(Surroundings::isAround);
  }

  /** Whether there was no room on a disk, by the words of Java or FFmpeg. */
  static boolean wereFull(Throwable thrown) {
    return Throwables.getCausalChain(thrown).stream()
        .anyMatch(
            each ->
                each instanceof ScratchFull
                    || each instanceof FfmpegHindered hindered
                        && hindered.hindrance() == Hindrance.DISK_FULL
                    || FULL.matcher(words(each)).find());
  }

  private static boolean isAround(Throwable each) {
    return AWAY.stream().anyMatch(kind -> kind.isInstance(each))
        || FULL.matcher(words(each)).find()
        || NO_PROCESS.matcher(words(each)).find();
  }

  private static String words(Throwable each) {
    return each instanceof IOException ? String.valueOf(each.getMessage()) : "";
  }
}
