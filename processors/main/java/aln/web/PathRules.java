package aln.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Who may reach which path. The contract says it for its operations; whatever else lies below its
 * bases needs a token. Beside it are open: what carries its own right ({@code /play}, {@code
 * /webhooks}) and, for reading, the page and the docs.
 */
@Component
class PathRules implements AuthorizationManager<RequestAuthorizationContext> {

  private static final List<String> CARRY_THEIR_RIGHT = List.of("/play/", "/webhooks/");
  private static final List<String> NEED_A_TOKEN = List.of("/api/", "/actuator/");
  private static final Set<String> METRICS = Set.of("/actuator/prometheus");
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Contract contract;

  PathRules(Contract contract) {
    this.contract = contract;
  }

  /** What a request needs. */
  static Access access(Contract contract, HttpServletRequest request) {
    String path = request.getRequestURI();
    return contract
        .find(request.getMethod(), path)
        .map(ContractOperation::access)
        .orElseGet(() -> beside(contract, request.getMethod(), path));
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in Spring Security 6, gone in 7
  public @Nullable AuthorizationDecision check(
      Supplier<Authentication> authentication, RequestAuthorizationContext context) {
    Access access = access(contract, context.getRequest());
    return new AuthorizationDecision(
        switch (access) {
          case OPEN, OPTIONAL -> true;
          case SIGNED_IN -> authentication.get() instanceof JwtAuthenticationToken;
          case ADMIN ->
              authentication.get().getAuthorities().stream()
                  .anyMatch(each -> "ROLE_admin".equals(each.getAuthority()));
        });
  }

  private static Access beside(Contract contract, String method, String path) {
    if (METRICS.contains(path) || CARRY_THEIR_RIGHT.stream().anyMatch(path::startsWith)) {
      return Access.OPEN;
    }
    boolean guarded =
        contract.covers(path) || NEED_A_TOKEN.stream().anyMatch((path + "/")::startsWith);
    return READING.contains(method) && !guarded ? Access.OPEN : Access.SIGNED_IN;
  }
}
