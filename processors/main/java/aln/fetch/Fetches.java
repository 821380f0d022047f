package aln.fetch;

import aln.sql.Sql;
import aln.uploads.Quotas;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the database knows of fetches. Whoever takes one has it for the lease and a fence number;
 * all that is noted is noted under that fence, so that a process that was thought dead changes
 * nothing any more.
 */
@Component
public class Fetches {

  private static final Duration LEASE = Duration.ofSeconds(20);

  private final Sql sql;
  private final Quotas quotas;

  Fetches(Sql sql, Quotas quotas) {
    this.sql = sql;
    this.quotas = quotas;
  }

  @Nullable Fetch take() {
    return sql.statement("fetch/claim-fetch")
        .param("lease", LEASE.toString())
        .query(Fetch.class)
        .optional()
        .orElse(null);
  }

  /** The uploads of those that are still ours. */
  Set<UUID> renew(List<Course> courses) {
    return Set.copyOf(
        sql.statement("fetch/renew-fetches")
            .param("lease", LEASE.toString())
            .param(
                "uploads", courses.stream().map(each -> each.fetch().upload()).toArray(UUID[]::new))
            .param(
                "fences", courses.stream().map(each -> each.fetch().fence()).toArray(Long[]::new))
            .param("fetched", courses.stream().map(Course::received).toArray(Long[]::new))
            .query(UUID.class)
            .list());
  }

  /**
   * It begins anew with what the server offers, whose bytes are reserved.
   *
   * @param storeId of the parts to come
   * @throws aln.problems.Problem 413 when the account has no room for them
   */
  @Transactional
  public void begin(Fetch fetch, Offer offer, String storeId, long partSize) {
    insist(
        fetch,
        fenced("fetch/promise", fetch)
            .param("promised", offer.size())
            .param("validator", offer.validator())
            .update());
    long size = offer.size() == null ? 0 : offer.size();
    insist(
        fetch,
        sql.statement("fetch/describe-asset")
            .param("asset", fetch.asset())
            .param("size", size)
            .param("contentType", offer.contentType())
            .param("filename", offer.filename())
            .param("titleBefore", Offer.titleOf(fetch.filename()))
            .param("title", Offer.titleOf(offer.filename()))
            .update());
    insist(
        fetch,
        sql.statement("fetch/open-parts")
            .param("upload", fetch.upload())
            .param("size", size)
            .param("partSize", partSize)
            .param("storeId", storeId)
            .update());
    quotas.check(fetch.owner(), size);
  }

  /**
   * A part is in the store.
   *
   * @param fetched bytes of all that are
   * @param reserve whether they are to be reserved now, as nobody has said how many come
   * @throws aln.problems.Problem 413 as above
   */
  @Transactional
  public void note(Fetch fetch, long fetched, boolean reserve) {
    insist(fetch, fenced("fetch/note-part", fetch).param("fetched", fetched).update());
    if (reserve) {
      sql.statement("fetch/reserve").param("asset", fetch.asset()).param("size", fetched).update();
      quotas.check(fetch.owner(), fetched);
    }
  }

  /** All parts are in the store, with so many bytes. */
  @Transactional
  public void arrived(Fetch fetch, long size, long partSize, String storeId) {
    insist(fetch, fenced("fetch/know-size", fetch).param("size", size).update());
    insist(
        fetch,
        sql.statement("fetch/open-parts")
            .param("upload", fetch.upload())
            .param("size", size)
            .param("partSize", partSize)
            .param("storeId", storeId)
            .update());
  }

  /** Hands it back; another process may go on at once. */
  public void release(Fetch fetch) {
    fenced("fetch/release-fetch", fetch).update();
  }

  StatementSpec fenced(String statement, Fetch fetch) {
    return sql.statement(statement).param("upload", fetch.upload()).param("fence", fetch.fence());
  }

  private static void insist(Fetch fetch, int rows) {
    if (rows == 0) {
      throw new FetchStopped(fetch);
    }
  }
}
