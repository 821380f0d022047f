package aln.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * After a refusal Tomcat reads what is left of the body, however slowly it comes, with a thread
 * that waits. The connection ends after these refusals, so nobody needs the rest.
 */
@Component
class UnreadBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  /** Tomcat closes the connection after each of them. */
  private static final Set<Integer> LAST_WORDS = Set.of(408, 413, 503);

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addEngineValves(new Valve());
  }

  private static final class Valve extends ValveBase {

    Valve() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      getNext().invoke(request, response);
      if (!request.isAsync() && LAST_WORDS.contains(response.getStatus())) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }
}
