package aln.web;

import aln.accounts.SessionCookies;
import aln.accounts.Tokens;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Finds the token of a request: {@code Authorization: Bearer}, else the page's cookie. Open
 * operations ignore both. A cookie that is no longer valid counts as none, so that the page can
 * show what is public.
 */
@Component
class SessionTokens implements BearerTokenResolver {

  private final Contract contract;
  private final Tokens tokens;
  private final BearerTokenResolver header = new DefaultBearerTokenResolver();

  SessionTokens(Contract contract, Tokens tokens) {
    this.contract = contract;
    this.tokens = tokens;
  }

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    if (PathRules.access(contract, request) == Access.OPEN) {
      return null;
    }
    String bearer = header.resolve(request);
    return bearer == null ? cookie(request) : bearer;
  }

  private @Nullable String cookie(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, SessionCookies.NAME);
    return cookie != null && isValid(cookie.getValue()) ? cookie.getValue() : null;
  }

  private boolean isValid(String token) {
    try {
      tokens.decode(token);
      return true;
    } catch (JwtException invalid) {
      return false;
    }
  }
}
