package aln.web;

import static org.assertj.core.api.Assertions.assertThat;

import aln.problems.Problem;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionSystemException;

class ProblemsTest {

  private final Problems problems = new Problems();

  @Test
  void findWhatABeanMeantBelowWhatWrapsIt() {
    Problem meant = Problem.conflict("email-taken", "Sign in.");
    assertThat(problems.of(new RuntimeException(new IllegalStateException(meant)))).isSameAs(meant);
  }

  @Test
  void nameThePartThatIsAway() {
    assertThat(problems.of(new CannotGetJdbcConnectionException("no")).details().detail())
        .contains("database");
    assertThat(problems.of(new AmqpConnectException(new ConnectException())).details().detail())
        .contains("broker");
    assertThat(problems.of(new RuntimeException(new ConnectException())).details().detail())
        .contains("object storage");
  }

  @Test
  void knowALostConnectionByWhatItTears() {
    var undone = new TransactionSystemException("JDBC rollback failed", new SQLException("closed"));
    undone.initApplicationException(new CannotGetJdbcConnectionException("reset"));
    var committed =
        new TransactionSystemException("JDBC commit failed", new SQLException("reset", "08006"));
    var broken =
        new TransactionSystemException("JDBC commit failed", new SQLException("a rule", "23505"));
    assertThat(problems.of(undone).status()).isEqualTo(503);
    assertThat(problems.of(committed).status()).isEqualTo(503);
    assertThat(problems.of(broken).status()).isEqualTo(500);
  }

  @Test
  void sayWhenToComeBackWhereverSomethingIsAway() {
    for (Throwable away :
        List.of(
            new CannotGetJdbcConnectionException("no"),
            new AmqpConnectException(new ConnectException()),
            new RuntimeException(new ConnectException()))) {
      assertThat(problems.of(away).retryAfter()).isPositive();
    }
    assertThat(MvcProblems.byStatus(503).retryAfter()).isPositive();
  }

  @Test
  void tellNothingOfTheInsideButAnIncident() {
    Problem problem = problems.of(new IllegalStateException("jdbc:postgresql://secret"));
    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.details().toString()).contains("incident").doesNotContain("secret");
  }

  @Test
  void answerWithTheirOwnHeadersOnly() {
    Map<String, Object> headers = new HashMap<>(Map.of("id", "1", "Content-Type", "text/plain"));
    problems.answer(Problem.unavailable("database"), headers);
    assertThat(headers)
        .containsOnly(
            Map.entry(Exchange.HTTP_RESPONSE_CODE, 503),
            Map.entry("Content-Type", "application/problem+json"),
            Map.entry("Retry-After", 5L));
  }
}
