package aln.web;

import aln.problems.Problem;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only so many requests in at a time and sends the others away at once, before they cost
 * anything. Players and listeners have limits of their own, so that no kind of request crowds out
 * another; health is always asked.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after StartingFilter
class CrowdFilter extends OncePerRequestFilter {

  private static final Problem FULL =
      Problem.busy(
          "The hub has its hands full with requests. Try again in a few seconds.",
          Duration.ofSeconds(2));

  private final ProblemWriter problems;
  private final Semaphore requests;
  private final Semaphore plays;
  private final Semaphore listeners;

  CrowdFilter(ProblemWriter problems, RequestLimits limits) {
    this.problems = problems;
    requests = new Semaphore(limits.requests());
    plays = new Semaphore(limits.plays());
    listeners = new Semaphore(limits.listeners());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Contract.withoutSlash(request.getRequestURI()).equals("/health");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Semaphore places = places(request.getRequestURI());
    if (!places.tryAcquire()) {
      problems.write(FULL, response);
      return;
    }
    boolean leavesLater = false;
    try {
      chain.doFilter(request, response);
      if (request.isAsyncStarted()) {
        request.getAsyncContext().addListener(new Leaving(places));
        leavesLater = true;
      }
    } finally {
      if (!leavesLater) {
        places.release();
      }
    }
  }

  private Semaphore places(String path) {
    if (path.startsWith("/play/")) {
      return plays;
    }
    return path.startsWith("/api/events") ? listeners : requests;
  }

  /** Flows and streams answer in other threads; the container tells when they are done. */
  private record Leaving(Semaphore places) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      places.release();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}
  }
}
