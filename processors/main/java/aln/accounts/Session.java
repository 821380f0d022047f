package aln.accounts;

/**
 * The answer to a sign-in.
 *
 * @param accessToken a JWT, for {@code Authorization: Bearer} or the page's cookie
 * @param expiresIn seconds
 */
public record Session(String accessToken, String tokenType, long expiresIn, Account account) {

  @Override
  public String toString() {
    return "Session[account=" + account + "]";
  }
}
