package aln.accounts;

import aln.ConditionalOnService;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Makes an admin at start while the hub has none. Once there is one, the settings change nothing: a
 * new {@code ALN_ADMIN_PASSWORD} resets nobody's.
 */
@Component
@ConditionalOnService("gateway")
class FirstAdmin implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
  private static final int SHORTEST_PASSWORD = 8;

  private final AccountRows rows;
  private final Accounts accounts;
  private final AdminSettings settings;

  FirstAdmin(AccountRows rows, Accounts accounts, AdminSettings settings) {
    this.rows = rows;
    this.accounts = accounts;
    this.settings = settings;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (rows.adminExists()) {
      return;
    }
    boolean random = settings.password().isEmpty();
    String password = random ? random() : settings.password();
    if (password.length() < SHORTEST_PASSWORD) {
      throw new IllegalStateException(
          "ALN_ADMIN_PASSWORD is shorter than 8 characters. Give a longer one, or none for a random one.");
    }
    accounts
        .create(new Credentials(settings.email(), password), "admin")
        .ifPresentOrElse(
            admin -> announce(admin, random ? password : "the one in ALN_ADMIN_PASSWORD"),
            () ->
                LOG.warn(
                    "The hub has no admin, and {} is an account already. Name another address in ALN_ADMIN_EMAIL and start again.",
                    settings.email()));
  }

  private static void announce(Account admin, String password) {
    LOG.warn(
        """

        ------------------------------------------------------------
          The first admin can sign in. This is shown only once.
            e-mail:   {}
            password: {}
        ------------------------------------------------------------""",
        admin.email(),
        password);
  }

  private static String random() {
    byte[] bytes = new byte[15];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
