package aln.web;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.springframework.stereotype.Component;

/**
 * Which headers pass between HTTP and the flows. In: all but secrets, {@code Camel*}, and those
 * that a flow answers with. Out: only those, so that no request header and no parameter leaks into
 * an answer.
 */
@Component
public class ResponseHeaders extends HttpHeaderFilterStrategy {

  private static final Set<String> ANSWERS =
      Set.of(
          "access-control-allow-origin",
          "allow",
          "cache-control",
          "content-disposition",
          "etag",
          "idempotency-replayed",
          "last-modified",
          "link",
          "location",
          "retry-after",
          "set-cookie",
          "vary",
          "www-authenticate");
  private static final Set<String> SECRETS = Set.of("authorization", "cookie");

  @Override
  public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
    return !ANSWERS.contains(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SECRETS.contains(lower)
        || ANSWERS.contains(lower)
        || super.applyFilterToExternalHeaders(name, value, exchange);
  }
}
