package aln.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flows with a stand-in for the broker, one of which goes on in other threads. */
class TracedStepsTest {

  private static final String HEADER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final CamelContext camel = new DefaultCamelContext();
  private final List<Optional<Trace>> seen = new CopyOnWriteArrayList<>();
  private final List<String> threads = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws Exception {
    camel.getCamelContextExtension().addInterceptStrategy(new TracedSteps());
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(IllegalStateException.class).handled(true).process(e -> see());
            from("direct:messages")
                .process(exchange -> see())
                .removeHeaders("*")
                .split(constant(List.of(1, 2, 3, 4)))
                .parallelProcessing()
                .process(exchange -> see())
                .end()
                .process(exchange -> see())
                .to("direct:part");
            from("direct:part").errorHandler(noErrorHandler()).process(exchange -> see());
            from("direct:failing")
                .process(
                    exchange -> {
                      throw new IllegalStateException("no");
                    });
            from("direct:clock").process(exchange -> see());
          }
        });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void everyStepWorksForTheTraceOfItsMessageWhicheverThreadDoesIt() {
    send("direct:messages", HEADER);
    assertThat(seen).hasSize(7);
    assertThat(threads.stream().distinct().count()).isGreaterThan(1);
    assertThat(seen)
        .allSatisfy(
            trace -> {
              assertThat(trace.orElseThrow().id()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
              assertThat(trace.orElseThrow().header()).isNotEqualTo(HEADER);
            });
    assertThat(seen.stream().distinct().count()).as("one hop").isEqualTo(1);
  }

  @Test
  void aMessageThatSaysNoTraceBeginsOne() {
    send("direct:messages", "none");
    assertThat(seen.stream().distinct().count()).isEqualTo(1);
    assertThat(seen.get(0)).isPresent();
  }

  @Test
  void theErrorHandlingWorksForItToo() {
    send("direct:failing", HEADER);
    assertThat(seen).singleElement();
    assertThat(seen.get(0).orElseThrow().id()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @Test
  void whatAClockSetsOffHasNone() {
    camel.createProducerTemplate().sendBody("direct:clock", "tick");
    assertThat(seen).containsExactly(Optional.empty());
  }

  @Test
  void whatARequestCallsWorksForTheRequest() {
    Trace request = Trace.begin();
    try (Scope scope = request.enter()) {
      send("direct:clock", HEADER);
    }
    assertThat(seen).containsExactly(Optional.of(request));
    assertThat(Trace.current()).isEmpty();
  }

  private void send(String uri, String header) {
    camel
        .createProducerTemplate()
        .sendBodyAndHeaders(
            uri, "x", Map.of(TracedSteps.HEADER, header, "CamelSpringRabbitmqDeliveryTag", 1L));
  }

  private void see() {
    seen.add(Trace.current());
    threads.add(Thread.currentThread().getName());
  }
}
