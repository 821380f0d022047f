package aln.tasks;

import aln.ffmpeg.FfmpegFailed;
import aln.media.MediaRefused;
import aln.media.probe.Inspections;
import aln.storage.StoreUnavailable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import org.springframework.stereotype.Component;

/**
 * Looks at the beginning of a source that ffprobe could not read, so that the refusal can name what
 * it is.
 */
@Component
public class Sources {

  private static final int BEGINNING = 512;
  private static final int PATIENCE_MILLIS = 10_000;

  private final Inspections inspections;

  public Sources(Inspections inspections) {
    this.inspections = inspections;
  }

  /**
   * Always throws: ffprobe has said no.
   *
   * @throws MediaRefused in words that the creator understands
   * @throws IOException when the store cannot be read; then it was not the file's fault
   */
  public void refuse(Work work, FfmpegFailed failure) throws IOException {
    try {
      throw inspections.refusal(failure.stderrTail(), work.sourceSize(), beginning(work));
    } catch (IOException away) {
      away.addSuppressed(failure); // what ran and what it said, for the operator
      throw away;
    }
  }

  /**
   * Always throws: ffprobe was still reading when its time was over, as files made to waste time
   * want it.
   *
   * @throws MediaRefused in words that the creator understands
   */
  public void refuseSlow() {
    throw new MediaRefused(
        "too-slow-to-read",
        "Reading this file takes far longer than its size explains; it may be damaged. Export it again and upload that.");
  }

  private static byte[] beginning(Work work) throws IOException {
    HttpURLConnection source = (HttpURLConnection) work.source().toURL().openConnection();
    source.setConnectTimeout(PATIENCE_MILLIS);
    source.setReadTimeout(PATIENCE_MILLIS);
    // Its own exception would name the address with its signature.
    int status = source.getResponseCode();
    if (status == HttpURLConnection.HTTP_NOT_FOUND) {
      throw new FileNotFoundException("The source is not in the store any more");
    }
    if (status != HttpURLConnection.HTTP_OK) {
      throw new StoreUnavailable(
          source.getURL().getAuthority(), "read a source", new IOException("HTTP " + status));
    }
    try (InputStream bytes = source.getInputStream()) {
      return bytes.readNBytes(BEGINNING);
    }
  }
}
