package aln.uploads;

import aln.accounts.Caller;
import aln.idempotency.Once;
import aln.problems.Problem;
import aln.storage.FormPresigner;
import aln.storage.FormPresigner.Form;
import aln.storage.UploadPresigner;
import aln.storage.UploadPresigner.Target;
import aln.uploads.Announcements.Announced;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files that one request brings. Its address is signed once the file is announced, anew for a
 * repeat.
 */
@Component
public class WholeUploads {

  private final Announcements announcements;
  private final UploadPresigner presigner;
  private final FormPresigner forms;
  private final UploadSettings settings;

  WholeUploads(
      Announcements announcements,
      UploadPresigner presigner,
      FormPresigner forms,
      UploadSettings settings) {
    this.announcements = announcements;
    this.presigner = presigner;
    this.forms = forms;
    this.settings = settings;
  }

  /**
   * Announces a file; the address takes exactly its bytes, with one PUT.
   *
   * @param key Idempotency-Key, if there is one
   * @throws Problem as {@link Announcements#take}
   */
  public Once<InitiatedUpload> put(Caller caller, @Nullable String key, InitiateUpload request) {
    return announcements
        .take(caller, "initiate-upload", key, request, announcement(request, "put"))
        .map(announced -> signedPut(caller, request, announced));
  }

  /**
   * Announces a file of up to so many bytes, which a plain HTML form brings; they are reserved
   * until it is known how many came.
   *
   * @param key Idempotency-Key, if there is one
   * @throws Problem as {@link Announcements#take}
   */
  public Once<InitiatedForm> form(Caller caller, @Nullable String key, InitiateForm request) {
    return announcements
        .take(caller, "initiate-form", key, request, announcement(request.work(), "form"))
        .map(announced -> signedForm(caller, request, announced));
  }

  private Announcement announcement(InitiateUpload work, String method) {
    return new Announcement(work, method, null, null, settings.expiry());
  }

  private InitiatedUpload signedPut(Caller caller, InitiateUpload request, Announced announced) {
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

  private InitiatedForm signedForm(Caller caller, InitiateForm request, Announced announced) {
    Form form =
        forms.form(
            announced.source(caller), request.contentType(), request.maxSize(), settings.expiry());
    return new InitiatedForm(
        announced.uploadId(),
        announced.assetId(),
        form.url(),
        form.fields(),
        Instant.now().plus(settings.expiry()));
  }
}
