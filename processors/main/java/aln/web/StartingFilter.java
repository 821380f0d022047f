package aln.web;

import aln.problems.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The port opens a moment before the flows are there; until then every answer is 503. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after TraceFilter
class StartingFilter extends OncePerRequestFilter {

  private final ProblemWriter problems;
  private volatile boolean ready;

  StartingFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    ready = true;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (ready) {
      chain.doFilter(request, response);
    } else {
      problems.write(Problem.starting(), response);
    }
  }
}
