package aln.web;

import aln.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** What Spring Security refuses, as problem details. */
@Component
class SecurityProblems
    implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

  private static final Problem UNAUTHORIZED =
      Problem.unauthorized(
          "unauthorized",
          "Sign in first: POST /api/auth/login, then send Authorization: Bearer <accessToken>.");
  private static final Problem FORBIDDEN = Problem.forbidden("Only an admin may do this.");
  private static final Problem REJECTED =
      Problem.of(400, "invalid-request", "The address of the request is malformed.");

  private final ProblemWriter writer;

  SecurityProblems(ProblemWriter writer) {
    this.writer = writer;
  }

  /** 401: no token, or none that is valid (RFC 6750 §3). */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    writer.write(UNAUTHORIZED, response);
  }

  /** 403: a valid token without the role. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    writer.write(FORBIDDEN, response);
  }

  /** 400: the firewall. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
      throws IOException {
    writer.write(REJECTED, response);
  }
}
