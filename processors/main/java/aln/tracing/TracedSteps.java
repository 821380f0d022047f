package aln.tracing;

import io.opentelemetry.context.Scope;
import java.util.Optional;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every step of a flow works for the trace of its exchange, whichever thread does it: the one its
 * message came with, in a hop of its own, or the one of the request. Where a message says none, a
 * trace begins; what a clock sets off has none until it says something.
 */
@Component
public class TracedSteps implements InterceptStrategy {

  /** The Distributed Tracing extension of CloudEvents, in the form of its AMQP binding. */
  public static final String HEADER = "cloudEvents_traceparent";

  /** What every message from the broker has. */
  private static final String DELIVERY = "CamelSpringRabbitmqDeliveryTag";

  private static final String PROPERTY = Trace.class.getName();

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext camel, NamedNode step, Processor target, @Nullable Processor next) {
    return new TracedStep(target);
  }

  /**
   * For a flow that goes on with other work than its message named: a hop of the trace of that
   * work, to be set as the property of the exchange of the name {@code aln.tracing.Trace}.
   *
   * @throws IllegalArgumentException when that is no trace
   */
  public Trace of(String traceparent) {
    return Trace.read(traceparent)
        .map(Trace::next)
        .orElseThrow(() -> new IllegalArgumentException("No trace: " + traceparent));
  }

  private static Optional<Trace> of(Exchange exchange) {
    Trace known = exchange.getProperty(PROPERTY, Trace.class);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Trace> found = Trace.current().or(() -> fromMessage(exchange));
    found.ifPresent(trace -> exchange.setProperty(PROPERTY, trace));
    return found;
  }

  private static Optional<Trace> fromMessage(Exchange exchange) {
    Message message = exchange.getMessage();
    Optional<Trace> said = Trace.read(message.getHeader(HEADER, String.class)).map(Trace::next);
    boolean delivered = message.getHeader(DELIVERY) != null;
    return delivered ? said.or(() -> Optional.of(Trace.begin())) : said;
  }

  private static final class TracedStep extends DelegateAsyncProcessor {

    TracedStep(Processor step) {
      super(step);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      Optional<Trace> trace = of(exchange);
      if (trace.isEmpty()) {
        return super.process(exchange, callback);
      }
      try (Scope scope = trace.get().enter()) {
        return super.process(exchange, callback);
      }
    }
  }
}
