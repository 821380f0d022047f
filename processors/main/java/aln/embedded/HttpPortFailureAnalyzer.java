package aln.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Names the variable that moves the hub's own HTTP port. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class HttpPortFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, PortInUseException failure) {
    int port = failure.getPort();
    return new FailureAnalysis(
        "The hub cannot start: HTTP port " + port + " is in use.",
        Port.mend("ALN_HTTP_PORT", port),
        root);
  }
}
