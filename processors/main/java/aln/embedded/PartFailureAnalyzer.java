package aln.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Shows which part could not start, why, and the line that mends it, instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PartFailureAnalyzer extends AbstractFailureAnalyzer<PartFailure> {

  @Override
  protected FailureAnalysis analyze(Throwable root, PartFailure failure) {
    return new FailureAnalysis(String.valueOf(failure.getMessage()), failure.mend(), root);
  }
}
