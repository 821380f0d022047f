package aln.uploads;

import aln.problems.Problem;
import aln.sql.Sql;
import aln.storage.Multiparts;
import aln.storage.Part;
import aln.storage.UploadPresigner;
import aln.storage.UploadPresigner.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The parts of uploads that are on their way. The store keeps them and is asked each time: nobody
 * else knows which of them came whole, whoever died meanwhile.
 */
@Component
public class Parts {

  private final Sql sql;
  private final Multiparts multiparts;
  private final UploadPresigner presigner;
  private final UploadSettings settings;

  Parts(Sql sql, Multiparts multiparts, UploadPresigner presigner, UploadSettings settings) {
    this.sql = sql;
    this.multiparts = multiparts;
    this.presigner = presigner;
    this.settings = settings;
  }

  /**
   * Where a part goes; the upload's time begins anew.
   *
   * @throws Problem 400 when there is no such part, 409 when the upload is over or comes whole
   */
  public SignedPart sign(Upload upload, int number) {
    refuseUnlessGoingOn(upload);
    if (number < 1 || number > upload.parts()) {
      throw Problem.invalid("partNumber", "This upload has parts 1 to " + upload.parts() + ".");
    }
    long size = upload.sizeOf(number);
    prolong(upload);
    Target target =
        presigner.part(upload.source(), opened(upload), number, size, settings.expiry());
    return new SignedPart(
        "PUT", target.url(), target.headers(), size, settings.expiry().toSeconds());
  }

  /**
   * The parts that have come whole, by number. What the store has forgotten begins anew, without
   * any.
   *
   * @throws Problem 409 when the upload is over or comes whole
   */
  public List<StoredPart> list(Upload upload) {
    refuseUnlessGoingOn(upload);
    prolong(upload);
    Optional<List<Part>> found = multiparts.parts(upload.source(), opened(upload));
    if (found.isEmpty()) {
      begin(upload, upload.storeId());
    }
    return found.orElse(List.of()).stream().map(StoredPart::of).toList();
  }

  private static void refuseUnlessGoingOn(Upload upload) {
    if (upload.parts() == 0) {
      throw Problem.conflict(
          "not-in-parts", "This upload comes whole. Send it to the url of its initiate.");
    }
    if (!upload.isOpen()) {
      throw Problem.conflict(
          "upload-complete", "This upload is complete. Nothing more is to be sent.");
    }
  }

  private void prolong(Upload upload) {
    sql.statement("uploads/prolong-parts")
        .param("id", upload.id())
        .param("expiry", settings.partsExpiry().toString())
        .update();
  }

  private String opened(Upload upload) {
    return upload.storeId() == null ? begin(upload, null) : upload.storeId();
  }

  /** Of several at once the first one's id counts; the others take theirs back. */
  private String begin(Upload upload, @Nullable String before) {
    String mine = multiparts.begin(upload.source(), upload.contentType());
    int taken =
        sql.statement("uploads/open-parts")
            .param("id", upload.id())
            .param("storeId", mine)
            .param("before", before)
            .update();
    if (taken > 0) {
      return mine;
    }
    multiparts.abort(upload.source(), mine);
    return sql.statement("uploads/store-id")
        .param("id", upload.id())
        .query((row, number) -> Optional.ofNullable(row.getString("store_id")))
        .single()
        .orElseThrow(
            () -> Problem.conflict("upload-over", "This upload has ended. Create a new one."));
  }
}
