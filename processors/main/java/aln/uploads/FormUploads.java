package aln.uploads;

import aln.accounts.Caller;
import aln.idempotency.Once;
import aln.problems.Problem;
import aln.storage.UploadPresigner;
import aln.storage.UploadPresigner.Form;
import aln.uploads.Announcements.Announced;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that a plain HTML form brings, of a size that is known only afterwards. */
@Component
public class FormUploads {

  private final Announcements announcements;
  private final UploadPresigner presigner;
  private final UploadSettings settings;

  FormUploads(Announcements announcements, UploadPresigner presigner, UploadSettings settings) {
    this.announcements = announcements;
    this.presigner = presigner;
    this.settings = settings;
  }

  /**
   * Announces a file of up to so many bytes, which are reserved until it is known how many came;
   * signs the policy of the form, anew for a repeat.
   *
   * @param key Idempotency-Key, if there is one
   * @throws Problem as {@link Announcements#take}
   */
  @Transactional
  public Once<InitiatedForm> take(Caller caller, @Nullable String key, InitiateForm request) {
    var announcement = new Announcement(request.work(), "form", null, null, settings.expiry());
    return announcements
        .take(caller, "initiate-form", key, request, announcement)
        .map(announced -> answer(caller, request, announced));
  }

  private InitiatedForm answer(Caller caller, InitiateForm request, Announced announced) {
    Form form =
        presigner.form(
            announced.source(caller), request.contentType(), request.maxSize(), settings.expiry());
    return new InitiatedForm(
        announced.uploadId(),
        announced.assetId(),
        form.url(),
        form.fields(),
        Instant.now().plus(settings.expiry()));
  }
}
