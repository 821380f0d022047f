package aln.fetch;

import aln.accounts.Caller;
import aln.idempotency.Once;
import aln.outbound.AddressRefused;
import aln.outbound.Destinations;
import aln.problems.Problem;
import aln.sql.Sql;
import aln.uploads.Announcement;
import aln.uploads.Announcements;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that the hub fetches from an address. */
@Component
public class UrlUploads {

  private final Announcements announcements;
  private final Destinations destinations;
  private final FetchSettings settings;
  private final Sql sql;

  UrlUploads(
      Announcements announcements, Destinations destinations, FetchSettings settings, Sql sql) {
    this.announcements = announcements;
    this.destinations = destinations;
    this.settings = settings;
    this.sql = sql;
  }

  /**
   * Notes what is to be fetched; how large it is, the server will tell.
   *
   * @param key Idempotency-Key, if there is one
   * @throws Problem 422 for an address that the hub does not ask; as {@link Announcements#take}
   */
  @Transactional
  public Once<BegunFetch> take(Caller caller, @Nullable String key, FromUrl request) {
    URI address = read(request.url());
    String name = request.filename() == null ? FileName.of(address) : request.filename();
    var announcement = new Announcement(request.work(name), "url", null, null, settings.time());
    var announced = announcements.take(caller, "upload-from-url", key, request, announcement);
    if (!announced.replayed()) {
      sql.statement("fetch/add-fetch")
          .param("upload", announced.answer().uploadId())
          .param("asset", announced.answer().assetId())
          .param("owner", caller.id())
          .param("address", address.toString())
          .param("named", request.filename() != null)
          .update();
    }
    return announced.map(each -> new BegunFetch(each.uploadId(), each.assetId(), "pending"));
  }

  private URI read(String url) {
    try {
      return destinations.read(url);
    } catch (AddressRefused refused) {
      throw Problem.unprocessable(refused.code(), refused.getMessage());
    }
  }
}
