package aln.accounts;

import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie that signs the page in: the same token, out of reach of scripts and of other sites
 * (RFC 6265bis: HttpOnly, SameSite=Strict, and Secure where the hub is reached by https).
 */
@Component
public class SessionCookies {

  public static final String NAME = "aln_session";

  private final boolean secure;

  public SessionCookies(@Value("${aln.public-url}") URI publicUrl) {
    secure = "https".equals(publicUrl.getScheme());
  }

  /** Value of the {@code Set-Cookie} header that keeps a session. */
  public String keep(Session session) {
    return cookie(session.accessToken(), Duration.ofSeconds(session.expiresIn()));
  }

  /** Value of the {@code Set-Cookie} header that forgets it. */
  public String forget() {
    return cookie("", Duration.ZERO);
  }

  private String cookie(String value, Duration maxAge) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path("/")
        .maxAge(maxAge)
        .build()
        .toString();
  }
}
