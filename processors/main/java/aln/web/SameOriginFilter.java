package aln.web;

import aln.accounts.SessionCookies;
import aln.problems.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * A request that changes something and is signed in by the cookie must come from the hub's own
 * page. Browsers say so in {@code Sec-Fetch-Site}, older ones in {@code Origin}.
 */
class SameOriginFilter extends OncePerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Problem REFUSED =
      Problem.of(
          403, "cross-site", "The cookie serves the hub's own page only. Send a bearer token.");

  private final URI publicUrl;
  private final ProblemWriter problems;

  SameOriginFilter(URI publicUrl, ProblemWriter problems) {
    this.publicUrl = publicUrl;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (changesByCookie(request) && !isSameOrigin(request)) {
      problems.write(REFUSED, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean changesByCookie(HttpServletRequest request) {
    return !SAFE.contains(request.getMethod())
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && WebUtils.getCookie(request, SessionCookies.NAME) != null;
  }

  private boolean isSameOrigin(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && (origin.equals(origin(publicUrl)) || origin.equals(asked(request)));
  }

  private static String asked(HttpServletRequest request) {
    return origin(URI.create(request.getRequestURL().toString()));
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getAuthority();
  }
}
