package aln.web;

import aln.problems.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
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

  /** Those that the firewall lets pass. */
  private static final Set<String> METHODS =
      Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

  private final ProblemWriter writer;
  private final Contract contract;

  SecurityProblems(ProblemWriter writer, Contract contract) {
    this.writer = writer;
    this.contract = contract;
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

  /** 405 for a method that nobody knows, such as TRACE; else 400: the firewall. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
      throws IOException {
    if (METHODS.contains(request.getMethod())) {
      writer.write(REJECTED, response);
      return;
    }
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI); // Tomcat knows TRACE
    String path = asked instanceof String known ? known : request.getRequestURI();
    Set<String> allowed = contract.methods(path);
    response.setHeader(
        HttpHeaders.ALLOW, allowed.isEmpty() ? "GET, HEAD" : String.join(", ", allowed));
    writer.write(MvcProblems.byStatus(405), response);
  }
}
