package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.media.MediaRefused;
import aln.messages.MessageSchemas;
import aln.tracing.Trace;
import aln.tracing.TracedSteps;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The shipped worker template and its error handling; only the queue, the claim and the beans'
 * insides are ours.
 */
class WorkerRouteTest {

  private static final UUID TASK = UUID.randomUUID();
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final Work WORK =
      new Work(
          new Claim(TASK, UUID.randomUUID(), UUID.randomUUID(), "make-poster", 1, 1),
          1,
          4,
          "{}",
          URI.create("http://localhost/source"),
          1,
          new File("."),
          "prefix/");

  private final CamelContext camel = new DefaultCamelContext();
  private final List<String> steps = new ArrayList<>();
  private final List<String> traces = new ArrayList<>();
  private Map<String, Object> claim = Map.of("task", TASK, "traceparent", TRACE);
  private Exception failure = null;
  private int commitsThatFail;
  private boolean handsBack;
  private boolean databaseAway = false;

  @BeforeEach
  void start() throws Exception {
    camel.getRegistry().bind("messageSchemas", new MessageSchemas(new ObjectMapper()));
    camel.getRegistry().bind("tracedSteps", new TracedSteps());
    camel.getCamelContextExtension().addInterceptStrategy(new TracedSteps());
    camel.getRegistry().bind("workbench", new Bench());
    camel.getRegistry().bind("tasks", new Outcomes());
    camel.getRegistry().bind("burials", new Grave());
    var loader = PluginHelper.getRoutesLoader(camel);
    for (String file : List.of("worker-errors", "worker")) {
      loader.loadRoutes(
          ResourceHelper.resolveResource(camel, "classpath:routes/common/" + file + ".camel.yaml"));
    }
    camel.addRoutes(theWork());
    TemplatedRouteBuilder.builder(camel, "worker")
        .routeId("make-poster-worker")
        .parameter("kind", "make-poster")
        .add();
    AdviceWith.adviceWith(
        camel,
        "make-poster-worker",
        route -> {
          route.replaceFromWith("direct:queue");
          route.weaveByToUri("sql:.*").replace().process(this::claim);
        });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void claimsThenWorksThenCommitsThenClears() {
    receive(wakeUp());
    assertThat(steps).containsExactly("open", "work", "commit result", "close");
  }

  @Test
  void worksForTheTraceOfTheTaskThatItGotAndNotOfTheMessage() {
    String other = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    camel
        .createProducerTemplate()
        .sendBodyAndHeader("direct:queue", wakeUp(), TracedSteps.HEADER, other);
    assertThat(traces).hasSize(2).containsOnly(Trace.read(TRACE).orElseThrow().id());
  }

  @Test
  void leavesATaskAloneThatCannotBeClaimed() {
    claim = null;
    receive(wakeUp());
    assertThat(steps).isEmpty();
  }

  @Test
  void buriesWhatDoesNotFitItsSchemaAsItCame() {
    receive("{\"task\": 7}");
    assertThat(steps).singleElement().asString().startsWith("bury aln.make-poster {\"task\": 7}");
  }

  @Test
  void buriesWhatIsNoJson() {
    receive("no JSON at all");
    assertThat(steps).singleElement().asString().contains("bury aln.make-poster no JSON at all");
  }

  @Test
  void refusesABadSourceAtOnce() {
    failure = new MediaRefused("not-media", "This is a letter.");
    receive(wakeUp());
    assertThat(steps).containsExactly("open", "work", "close", "refuse not-media");
  }

  @Test
  void retriesWhateverElseFails() {
    failure = new IllegalStateException("the store is away");
    receive(wakeUp());
    assertThat(steps).containsExactly("open", "work", "close", "retry the store is away");
  }

  @Test
  void leavesAloneWhatAnotherHasClaimedMeanwhile() {
    failure = new LeaseLost(WORK.claim());
    receive(wakeUp());
    assertThat(steps).containsExactly("open", "work", "close");
  }

  @Test
  void keepsItsWorkWhileTheDatabaseIsAwayAndCommitsItThen() {
    commitsThatFail = 3;
    receive(wakeUp());
    assertThat(steps)
        .containsExactly(
            "open",
            "work",
            "commit result",
            "commit result",
            "commit result",
            "commit result",
            "close");
  }

  @Test
  void endsCalmlyWhenTheTaskWasHandedBackAtOnce() {
    handsBack = true;
    receive(wakeUp());
    assertThat(steps).containsExactly("open", "close");
  }

  @Test
  void handsTheMessageBackWhileTheDatabaseIsAway() {
    databaseAway = true;
    assertThatThrownBy(() -> receive(wakeUp()))
        .isInstanceOf(CamelExecutionException.class)
        .hasRootCauseMessage("no database");
    assertThat(steps).isEmpty();
  }

  @Test
  void trustsNoCamelHeaderFromOutside() {
    camel
        .createProducerTemplate()
        .sendBodyAndHeader("direct:queue", wakeUp(), "CamelExecCommandExecutable", "/bin/sh");
    assertThat(steps).containsExactly("open", "work", "commit result", "close");
  }

  private void receive(String message) {
    camel.createProducerTemplate().sendBody("direct:queue", message);
  }

  private static String wakeUp() {
    return """
        {"task": "%s", "job": "%s", "asset": "%s", "kind": "make-poster",
         "input": {"bucket": "raw-assets", "key": "k"}, "output": {"bucket": "transcoded-assets", "prefix": "p/"}}
        """
        .formatted(TASK, UUID.randomUUID(), UUID.randomUUID());
  }

  private void claim(Exchange exchange) {
    if (databaseAway) {
      throw new IllegalStateException("no database");
    }
    assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelExecCommandExecutable");
    exchange.getMessage().setHeader("claim", claim);
  }

  private RouteBuilder theWork() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:make-poster")
            .errorHandler(noErrorHandler())
            .process(
                exchange -> {
                  steps.add("work");
                  traces.add(Trace.here().id());
                  if (failure != null) {
                    throw failure;
                  }
                  exchange.getMessage().setBody("result");
                });
      }
    };
  }

  /** Stands in for the bench. */
  public final class Bench {
    public Work open(Map<String, Object> row, boolean aside) {
      steps.add(aside ? "open aside" : "open");
      if (handsBack) {
        throw new HandedBack(WORK.claim(), "no room");
      }
      return WORK;
    }

    public void close(Work work) {
      steps.add("close");
    }
  }

  /** Stands in for the task's row. */
  public final class Outcomes {
    public void commit(Work work, Object result) {
      steps.add("commit " + result);
      traces.add(Trace.here().id());
      if (commitsThatFail-- > 0) {
        throw new CannotCreateTransactionException("no database");
      }
    }

    public void refuse(Work work, MediaRefused refusal) {
      steps.add("refuse " + refusal.code());
    }

    public void retryOrPark(Work work, Throwable cause) {
      steps.add("retry " + cause.getMessage());
    }
  }

  /** Stands in for the dead letters. */
  public final class Grave {
    public void bury(String queue, Map<String, Object> headers, String body, Throwable thrown) {
      steps.add("bury " + queue + " " + body + " because " + thrown.getMessage());
    }
  }
}
