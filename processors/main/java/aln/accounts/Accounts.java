package aln.accounts;

import aln.accounts.AccountRows.Kept;
import aln.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Registers people and signs them in. Addresses are lower-cased; passwords are kept as bcrypt. */
@Component
public class Accounts {

  private static final int LONGEST_PASSWORD = 72;

  private final AccountRows rows;
  private final Tokens tokens;
  private final PasswordEncoder passwords = new BCryptPasswordEncoder();
  private final String nobodysHash = passwords.encode("nobody");
  private final LoginLimits limits = new LoginLimits(InstantSource.system());

  Accounts(AccountRows rows, Tokens tokens) {
    this.rows = rows;
    this.tokens = tokens;
  }

  /** 409 {@code email-taken} when there is such an account already. */
  public Session register(Credentials credentials) {
    return create(credentials, "user")
        .map(tokens::issue)
        .orElseThrow(
            () ->
                Problem.conflict(
                    "email-taken",
                    "There is an account with this address. Sign in, or register another."));
  }

  /**
   * 401 {@code wrong-credentials} alike, and after the same work, for a wrong password and an
   * unknown address; 429 after too many tries.
   *
   * @param address the network address that asks
   */
  public Session login(Credentials credentials, String address) {
    String email = normal(credentials.email());
    limits.count(email, address);
    Optional<Kept> kept = rows.findByEmail(email);
    String hash = kept.map(Kept::passwordHash).orElse(nobodysHash);
    boolean right = passwords.matches(credentials.password(), hash) && kept.isPresent();
    if (!right) {
      throw Problem.unauthorized(
          "wrong-credentials", "No account has this address and password. Check both.");
    }
    limits.clear(email, address);
    return tokens.issue(kept.orElseThrow().account());
  }

  /** A token with the account as it is now. */
  public Session refresh(Caller caller) {
    return tokens.issue(me(caller));
  }

  /** 401 when the account of the token is gone. */
  public Account me(Caller caller) {
    return rows.findById(caller.id())
        .orElseThrow(
            () -> Problem.unauthorized("unauthorized", "This account is gone. Register again."));
  }

  /** Empty when the address is taken. */
  Optional<Account> create(Credentials credentials, String role) {
    if (credentials.password().getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
      throw Problem.invalid("password", "is longer than 72 bytes in UTF-8");
    }
    String hash = passwords.encode(credentials.password());
    return rows.insert(normal(credentials.email()), hash, role);
  }

  private static String normal(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
