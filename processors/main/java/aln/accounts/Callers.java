package aln.accounts;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Reads the caller from the security context of this thread. */
@Component
public class Callers {

  /** Empty when nobody signed in. */
  public Optional<Caller> current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Jwt token) {
      return Optional.of(of(token));
    }
    return Optional.empty();
  }

  static Caller of(Jwt token) {
    boolean admin = "admin".equals(token.getClaimAsString(Tokens.ROLE));
    UUID id = UUID.fromString(token.getSubject());
    return new Caller(id, token.getClaimAsString(Tokens.EMAIL), admin);
  }
}
