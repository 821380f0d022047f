package aln.uploads;

import aln.problems.Problem;
import aln.storage.Objects;
import aln.storage.StoredObject;
import org.springframework.stereotype.Component;

/** Looks whether what was announced is really in the store. */
@Component
public class Arrivals {

  private final Objects objects;

  public Arrivals(Objects objects) {
    this.objects = objects;
  }

  /**
   * What lies where the upload was to go. Nothing is lost by a refusal: the upload stays open.
   *
   * @throws Problem 409 when nothing is there, another number or type of bytes than announced, or
   *     others than the client sent
   */
  public StoredObject check(Upload upload, CompleteUpload claim) {
    StoredObject found = objects.head(upload.source()).orElseThrow(() -> missing(upload));
    boolean fits = upload.isForm() ? found.size() <= upload.size() : found.size() == upload.size();
    if (!fits || found.size() == 0) {
      throw again(
          "size-mismatch",
          "%d bytes were announced and %d arrived.".formatted(upload.size(), found.size()));
    }
    if (!upload.contentType().equalsIgnoreCase(found.contentType())) {
      throw again(
          "type-mismatch",
          "%s was announced and %s arrived.".formatted(upload.contentType(), found.contentType()));
    }
    if (claim.etag() != null && !found.hasTag(claim.etag())) {
      throw again(
          "etag-mismatch",
          "You sent what has the ETag %s, and what arrived has %s."
              .formatted(claim.etag(), found.etag()));
    }
    return found;
  }

  private static Problem missing(Upload upload) {
    return Problem.conflict(
        "source-missing",
        upload.parts() > 0
            ? "No part has arrived. Ask for the address of each part, send them, then complete again."
            : "The file has not arrived. Send it to the url of the upload, then complete again.");
  }

  private static Problem again(String code, String what) {
    return Problem.conflict(
        code, what + " Send the whole file again to the same url, then complete again.");
  }
}
