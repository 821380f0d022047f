package aln.uploads;

import aln.accounts.Caller;
import aln.idempotency.Once;
import aln.problems.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files that come in parts, over as many days and connections as it takes. */
@Component
public class MultipartUploads {

  private static final String OPERATION = "create-multipart";

  private final Announcements announcements;
  private final UploadSettings settings;

  MultipartUploads(Announcements announcements, UploadSettings settings) {
    this.announcements = announcements;
    this.settings = settings;
  }

  /**
   * Announces a file; {@link Parts} says where its parts go.
   *
   * @param key Idempotency-Key, if there is one
   * @throws Problem as {@link Announcements#take}
   */
  public Once<CreatedMultipart> take(Caller caller, @Nullable String key, CreateMultipart request) {
    var announcement =
        new Announcement(
            request.work(),
            "multipart",
            request.partSize(),
            request.lastModified(),
            settings.partsExpiry());
    return announcements
        .take(caller, OPERATION, key, request, announcement)
        .map(
            announced ->
                new CreatedMultipart(
                    announced.uploadId(),
                    announced.source(caller).key(),
                    announced.assetId(),
                    request.partSize(),
                    Instant.now().plus(settings.partsExpiry())));
  }
}
