package aln.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request in the form that Camel serves: declared method, the collection's path with a slash. */
final class InsideRequest extends HttpServletRequestWrapper {

  private final String method;
  private final String path;

  InsideRequest(HttpServletRequest request, ContractOperation operation) {
    super(request);
    String given = Contract.withoutSlash(request.getRequestURI());
    method = operation.method();
    path = given.equals(Contract.base(operation.document())) ? given + "/" : given;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public String getServletPath() {
    return path;
  }
}
