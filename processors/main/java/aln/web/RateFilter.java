package aln.web;

import aln.accounts.Caller;
import aln.accounts.Callers;
import aln.limits.Allowance;
import aln.limits.Counters;
import aln.limits.Take;
import aln.problems.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts requests of the API: those of an account together, wherever they come from; those of
 * nobody by their network. Every answer says what is left
 * (draft-ietf-httpapi-ratelimit-headers-10). Players, live progress' own stream, health and the
 * page are not counted.
 */
class RateFilter extends OncePerRequestFilter {

  static final String POLICY = "RateLimit-Policy";
  static final String STATE = "RateLimit";

  private final Contract contract;
  private final Callers callers;
  private final ProblemWriter problems;
  private final Counters accounts;
  private final Counters addresses;

  RateFilter(Contract contract, Callers callers, ProblemWriter problems, RateLimits limits) {
    this.contract = contract;
    this.callers = callers;
    this.problems = problems;
    accounts = new Counters(new Allowance("account", limits.account(), limits.window()));
    addresses = new Counters(new Allowance("address", limits.address(), limits.window()));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !contract.covers(path) || Contract.withoutSlash(path).equals("/health");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller = callers.current();
    Counters counters = caller.isPresent() ? accounts : addresses;
    Allowance allowance = counters.allowance();
    if (allowance.isUnlimited()) {
      chain.doFilter(request, response);
      return;
    }
    Take take =
        counters.take(
            caller.map(each -> each.id().toString()).orElseGet(() -> Network.of(request)));
    response.setHeader(POLICY, allowance.policy());
    response.setHeader(STATE, take.state(allowance));
    if (take.granted()) {
      chain.doFilter(request, response);
    } else {
      problems.write(tooMany(allowance, take), response);
    }
  }

  private static Problem tooMany(Allowance allowance, Take take) {
    return Problem.tooMany(
        "This hub takes %d requests in %d seconds from one %s. Wait for Retry-After, then go on."
            .formatted(allowance.quota(), allowance.window().toSeconds(), allowance.name()),
        take.reset());
  }
}
