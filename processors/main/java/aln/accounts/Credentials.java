package aln.accounts;

/** What somebody signs in with. Its text never shows the password. */
public record Credentials(String email, String password) {

  @Override
  public String toString() {
    return "Credentials[email=" + email + "]";
  }
}
