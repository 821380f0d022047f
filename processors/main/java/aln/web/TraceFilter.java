package aln.web;

import aln.tracing.Trace;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every request belongs to a trace: the one that its client names, or a new one. The answer says
 * which, so that whoever has trouble can quote it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {

  /** W3C Trace Context. */
  static final String HEADER = "traceparent";

  private static final String TRACE = Trace.class.getName();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Trace trace = of(request);
    response.setHeader(HEADER, trace.header());
    try (Scope scope = trace.enter()) {
      chain.doFilter(request, response);
    }
  }

  /** The same one when a flow's answer, made in another thread, comes back through here. */
  private static Trace of(HttpServletRequest request) {
    if (request.getAttribute(TRACE) instanceof Trace known) {
      return known;
    }
    Trace trace = Trace.read(request.getHeader(HEADER)).map(Trace::next).orElseGet(Trace::begin);
    request.setAttribute(TRACE, trace);
    return trace;
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
