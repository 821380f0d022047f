package aln.web;

import aln.problems.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the routes of the contract. It finds the operation, refuses bodies that are no
 * JSON, and gives the path the form that Camel serves: a collection is {@code /api/assets} to the
 * world and path {@code /} below its base in the contract, hence {@code /api/assets/} inside. HEAD
 * becomes GET; the server leaves the body out.
 */
@Component
@Order(0) // after Spring Security, which answers first
public class ContractFilter extends OncePerRequestFilter {

  private static final Problem NO_JSON =
      Problem.of(415, "unsupported-media-type", "Send JSON, with Content-Type: application/json.");

  private static final String OPERATION = ContractOperation.class.getName();

  private final Contract contract;
  private final ProblemWriter problems;
  private final ObjectProvider<CamelContext> camel;

  ContractFilter(Contract contract, ProblemWriter problems, ObjectProvider<CamelContext> camel) {
    this.contract = contract;
    this.problems = problems;
    this.camel = camel;
  }

  /** The operation that this filter found for a request. */
  static ContractOperation operation(Contract contract, HttpServletRequest request) {
    if (request.getAttribute(OPERATION) instanceof ContractOperation found) {
      return found;
    }
    return contract
        .find(request.getMethod(), request.getRequestURI())
        .orElseThrow(Problem::notFound);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!contract.covers(request.getRequestURI())) {
      chain.doFilter(request, response);
      return;
    }
    HttpServletRequest inside = isAsyncDispatch(request) ? request : enter(request, response);
    if (inside != null) {
      chain.doFilter(inside, response);
      explain(request, response);
    }
  }

  /** The request in the form that Camel serves; null when it was refused. */
  private @Nullable HttpServletRequest enter(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<ContractOperation> operation =
        contract.find(request.getMethod(), request.getRequestURI());
    if (operation.isEmpty()) {
      return otherMethod(request, response) ? null : request;
    }
    byte[] body = request.getInputStream().readAllBytes(); // bounded by BodyFilter
    if (body.length > 0 && operation.get().takesBody() && !isJson(request.getContentType())) {
      problems.write(NO_JSON, response);
      return null;
    }
    letFirewallRead(request, operation.get());
    request.setAttribute(OPERATION, operation.get());
    return new InsideRequest(new ReadRequest(request, body), operation.get());
  }

  /**
   * Spring Security refuses names and values when they are first asked for. A flow asks in another
   * thread, where nobody would turn the refusal into an answer.
   */
  private static void letFirewallRead(HttpServletRequest request, ContractOperation operation) {
    request.getParameterMap();
    operation.parameters().stream()
        .filter(each -> each.getIn().equals("header"))
        .forEach(each -> request.getHeader(each.getName()));
  }

  /** Answers 405 or, to OPTIONS, 204; nothing where this process serves no such path. */
  private boolean otherMethod(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Set<String> allowed = contract.methods(request.getRequestURI(), this::isServed);
    if (allowed.isEmpty()) {
      return false;
    }
    response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
    if (request.getMethod().equals("OPTIONS")) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      problems.write(MvcProblems.byStatus(405), response);
    }
    return true;
  }

  /** A flow has the name of its operation, and is there only where its service runs. */
  private boolean isServed(ContractOperation operation) {
    return camel.getObject().getRoute(operation.id()) != null;
  }

  /** Flows answer in another thread; the request comes back here when they are done. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  /** What failed outside of every flow has a status and nothing else. */
  private void explain(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String type = response.getContentType();
    boolean said = type != null && type.contains("json");
    if (!request.isAsyncStarted() && response.getStatus() >= 400 && !said) {
      problems.write(MvcProblems.byStatus(response.getStatus()), response);
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    try {
      return contentType != null
          && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }
}
