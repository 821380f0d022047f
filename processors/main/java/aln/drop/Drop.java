package aln.drop;

import aln.accounts.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is taken together, and the asset it belongs to.
 *
 * @param file null where sidecars have come after their file
 * @param upload of the file
 */
public record Drop(
    UUID owner,
    UUID asset,
    @Nullable UUID upload,
    @Nullable DropFile file,
    List<DropFile> sidecars) {

  /** On whose behalf all is done. */
  public Caller caller() {
    return new Caller(owner, "", false);
  }
}
