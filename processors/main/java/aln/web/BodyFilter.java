package aln.web;

import aln.problems.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has the whole body before anybody looks at the request. So the time that a slow client takes is
 * spent in one place with its bounds, and no refusal leaves a rest that the server would wait for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // after CrowdFilter
class BodyFilter extends OncePerRequestFilter {

  private final Contract contract;
  private final RequestBody bodies;
  private final ProblemWriter problems;

  BodyFilter(Contract contract, RequestBody bodies, ProblemWriter problems) {
    this.contract = contract;
    this.bodies = bodies;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getContentLengthLong() <= 0
        && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body;
    try {
      body = bodies.read(request, largest(request));
    } catch (Problem refusal) {
      problems.write(refusal, response);
      return;
    }
    chain.doFilter(new ReadRequest(request, body), response);
  }

  private int largest(HttpServletRequest request) {
    return contract
        .find(request.getMethod(), request.getRequestURI())
        .map(ContractOperation::largestBody)
        .orElse(RequestBody.LARGEST);
  }
}
