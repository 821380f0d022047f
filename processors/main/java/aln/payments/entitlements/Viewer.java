package aln.payments.entitlements;

import aln.accounts.Caller;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to play: somebody who signed in, a guest who came by a link that only the owner of the
 * address got, or nobody known. An account does not inherit what a guest with its address bought:
 * nobody has proved that the address is theirs.
 */
public record Viewer(@Nullable UUID account, @Nullable String email, boolean admin) {

  public static Viewer of(@Nullable Caller caller) {
    return caller == null
        ? new Viewer(null, null, false)
        : new Viewer(caller.id(), null, caller.admin());
  }

  /**
   * @param email proved by a signed link
   */
  public static Viewer guest(String email) {
    return new Viewer(null, email.toLowerCase(Locale.ROOT), false);
  }
}
