package aln.uploads;

import aln.accounts.Caller;
import aln.idempotency.Once;
import aln.problems.Problem;
import aln.storage.UploadPresigner;
import aln.storage.UploadPresigner.Target;
import aln.uploads.Announcements.Announced;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that come whole, with one PUT. */
@Component
public class PutUploads {

  private final Announcements announcements;
  private final UploadPresigner presigner;
  private final UploadSettings settings;

  PutUploads(Announcements announcements, UploadPresigner presigner, UploadSettings settings) {
    this.announcements = announcements;
    this.presigner = presigner;
    this.settings = settings;
  }

  /**
   * Announces a file; signs the address that takes exactly its bytes, anew for a repeat.
   *
   * @param key Idempotency-Key, if there is one
   * @throws Problem as {@link Announcements#take}
   */
  @Transactional
  public Once<InitiatedUpload> take(Caller caller, @Nullable String key, InitiateUpload request) {
    var announcement = new Announcement(request, "put", null, null, settings.expiry());
    return announcements
        .take(caller, "initiate-upload", key, request, announcement)
        .map(announced -> answer(caller, request, announced));
  }

  private InitiatedUpload answer(Caller caller, InitiateUpload request, Announced announced) {
    Target target =
        presigner.put(
            announced.source(caller),
            request.contentType(),
            request.size(),
            request.sha256(),
            settings.expiry());
    return new InitiatedUpload(
        announced.uploadId(),
        announced.assetId(),
        "PUT",
        target.url(),
        target.headers(),
        Instant.now().plus(settings.expiry()));
  }
}
