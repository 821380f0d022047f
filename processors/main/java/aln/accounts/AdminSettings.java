package aln.accounts;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first admin.
 *
 * @param password empty: a random one, logged once
 */
@ConfigurationProperties("aln.admin")
public record AdminSettings(String email, String password) {

  @Override
  public String toString() {
    return "AdminSettings[email=" + email + "]";
  }
}
