package aln.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** The shipped subscriber template and its error handling; only the queue and the flow are ours. */
class SubscriberRouteTest {

  private final CamelContext camel = new DefaultCamelContext();
  private final List<String> buried = new ArrayList<>();
  private final List<Exception> failures = new ArrayList<>();
  private int tries;

  @BeforeEach
  void start() throws Exception {
    camel.getRegistry().bind("messageSchemas", new MessageSchemas(new ObjectMapper()));
    camel.getRegistry().bind("burials", new Grave());
    camel.getRegistry().bind("jdbcTemplate", new Forgetful());
    camel.getRegistry().bind("transactionTemplate", new WithoutTransactions());
    camel.getRegistry().bind("hindrances", new Hindrances());
    var loader = PluginHelper.getRoutesLoader(camel);
    for (String file : List.of("subscriber-errors", "subscriber")) {
      loader.loadRoutes(
          ResourceHelper.resolveResource(camel, "classpath:routes/common/" + file + ".camel.yaml"));
    }
    camel.addRoutes(theFlow());
    TemplatedRouteBuilder.builder(camel, "subscriber")
        .routeId("advance-job-subscriber")
        .parameter("flow", "advance-job")
        .add();
    AdviceWith.adviceWith(
        camel, "advance-job-subscriber", route -> route.replaceFromWith("direct:queue"));
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  static List<Exception> hopeless() {
    return List.of(
        new EmptyResultDataAccessException("no such job", 1),
        new DataIntegrityViolationException("twice", new SQLException("23505")),
        new IllegalStateException("no rendition"),
        new NullPointerException());
  }

  @ParameterizedTest
  @MethodSource("hopeless")
  void keepsAtOnceWhatNoFurtherTryCanMend(Exception failure) {
    failAlways(failure);
    receive();
    assertThat(tries).isEqualTo(1);
    assertThat(buried).hasSize(1);
  }

  static List<Exception> passing() {
    return List.of(
        new CannotAcquireLockException("deadlock", new SQLException("40P01")),
        new DataAccessResourceFailureException("gone", new SQLException("57P01")),
        new CannotCreateTransactionException(
            "no connection", new SQLException("08001", new ConnectException("refused"))),
        new ConnectException("refused"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void triesAgainWhatMayPass(Exception failure) {
    failures.add(failure);
    receive();
    assertThat(tries).isEqualTo(2);
    assertThat(buried).isEmpty();
  }

  @Test
  void buriesWhatDoesNotFitItsSchema() {
    camel
        .createProducerTemplate()
        .sendBodyAndHeader("direct:queue", "no JSON", "cloudEvents_type", "task.done");
    assertThat(tries).isZero();
    assertThat(buried).containsExactly("aln.advance-job no JSON");
  }

  private void failAlways(Exception failure) {
    for (int i = 0; i < 10; i++) {
      failures.add(failure);
    }
  }

  private void receive() {
    String event =
        "{\"task\": \"%s\", \"job\": \"%s\", \"asset\": \"%s\", \"kind\": \"inspect\"}"
            .formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    camel
        .createProducerTemplate()
        .sendBodyAndHeaders(
            "direct:queue",
            event,
            Map.of(
                "cloudEvents_type", "task.done", "cloudEvents_id", UUID.randomUUID().toString()));
  }

  private RouteBuilder theFlow() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:advance-job")
            .errorHandler(noErrorHandler())
            .process(
                exchange -> {
                  tries++;
                  if (!failures.isEmpty()) {
                    throw failures.remove(0);
                  }
                });
      }
    };
  }

  /** Stands in for the table of handled events, and has seen none. */
  static final class Forgetful extends JdbcTemplate {
    @Override
    public void execute(String statement) {}

    @Override
    public <T> T queryForObject(String statement, Class<T> type, Object... values) {
      return type.cast(0);
    }

    @Override
    public int update(String statement, Object... values) {
      return 1;
    }
  }

  static final class WithoutTransactions extends TransactionTemplate {
    @Override
    public <T> T execute(TransactionCallback<T> work) {
      return work.doInTransaction(new SimpleTransactionStatus());
    }
  }

  /** Stands in for the dead letters. */
  public final class Grave {
    public void bury(String queue, Map<String, Object> headers, String body, Throwable thrown) {
      buried.add(queue + " " + body);
    }
  }
}
