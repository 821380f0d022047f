package aln.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** One hop of a trace, as the header {@code traceparent} of W3C Trace Context names it. */
public record Trace(SpanContext hop) {

  /** Where log lines find the trace's id. */
  public static final String LOG_KEY = "trace";

  /** A new trace. */
  public static Trace begin() {
    return new Trace(span(TraceId.fromLongs(random(), random()), TraceFlags.getSampled()));
  }

  /** What the header says; empty for none, and for one that is not as the standard wants it. */
  public static Optional<Trace> read(@Nullable String traceparent) {
    Context read =
        W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), traceparent, new OnlyHeader());
    return of(read);
  }

  /** The hop that this thread works for, if any. */
  public static Optional<Trace> current() {
    return of(Context.current());
  }

  /** What goes out now belongs to this: the current hop, or the first of a new trace. */
  public static Trace here() {
    return current().orElseGet(Trace::begin);
  }

  private static Optional<Trace> of(Context context) {
    return Optional.of(Span.fromContext(context).getSpanContext())
        .filter(SpanContext::isValid)
        .map(Trace::new);
  }

  /** The hop after this one: the same trace, a span of its own. */
  public Trace next() {
    return new Trace(span(id(), hop.getTraceFlags()));
  }

  /** 32 hex digits that all hops share. */
  public String id() {
    return hop.getTraceId();
  }

  /** The header's value, version 00. */
  public String header() {
    return "00-%s-%s-%s".formatted(id(), hop.getSpanId(), hop.getTraceFlags().asHex());
  }

  /** From here to the closing of the scope this thread works for this hop, and its log says so. */
  @SuppressWarnings("MustBeClosedChecker") // the scope that is returned closes it
  public Scope enter() {
    String before = MDC.get(LOG_KEY);
    Scope scope = Context.current().with(Span.wrap(hop)).makeCurrent();
    MDC.put(LOG_KEY, id());
    return () -> {
      scope.close();
      if (before == null) {
        MDC.remove(LOG_KEY);
      } else {
        MDC.put(LOG_KEY, before);
      }
    };
  }

  private static SpanContext span(String trace, TraceFlags flags) {
    return SpanContext.create(trace, SpanId.fromLong(random()), flags, TraceState.getDefault());
  }

  /** Never 0, which stands for no id. */
  private static long random() {
    return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
  }

  /** A carrier of one header. */
  private record OnlyHeader() implements TextMapGetter<@Nullable String> {

    @Override
    public Iterable<String> keys(@Nullable String carrier) {
      return List.of("traceparent");
    }

    @Override
    public @Nullable String get(@Nullable String carrier, String key) {
      return key.equals("traceparent") ? carrier : null;
    }
  }
}
