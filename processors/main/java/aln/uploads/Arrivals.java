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
   * @throws Problem 409 when nothing is there, or another number of bytes than announced
   */
  public StoredObject check(Upload upload) {
    StoredObject found =
        objects
            .head(upload.source())
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "source-missing",
                        "The file has not arrived. Send it with a PUT to the url of the upload, then complete again."));
    if (found.size() != upload.size()) {
      throw Problem.conflict(
          "size-mismatch",
          "%d bytes were announced and %d arrived. Send the whole file again to the same url, then complete again."
              .formatted(upload.size(), found.size()));
    }
    return found;
  }
}
