package aln.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.mock.env.MockEnvironment;

/** Failures as Spring Boot finds their analyzers, wrapped as Spring wraps them. */
class FailuresTest {

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void tellWhichPartWhyAndWhatMendsIt() {
    var analysis = analyze(new PartFailure("The broker", "it is tired.", "ALN_AMQP_PORT=1"));
    assertThat(analysis.getDescription()).isEqualTo("The broker cannot start: it is tired.");
    assertThat(analysis.getAction()).isEqualTo("ALN_AMQP_PORT=1");
  }

  @Test
  void nameTheVariableOfTheHttpPort() {
    var analysis = analyze(new PortInUseException(8080));
    assertThat(analysis.getDescription()).contains("HTTP port 8080 is in use");
    assertThat(analysis.getAction()).contains("ALN_HTTP_PORT=18080");
  }

  @Test
  void nameADatabaseThatIsAway() {
    environment.setProperty("aln.db.url", "jdbc:postgresql://db:5432/aln");
    var refused = new ConnectException("Connection refused");
    var away = new PSQLException("refused", PSQLState.CONNECTION_UNABLE_TO_CONNECT, refused);
    var analysis = analyze(away);
    assertThat(analysis.getDescription()).contains("jdbc:postgresql://db:5432/aln");
    assertThat(analysis.getAction()).contains("ALN_DB_URL=jdbc:postgresql://");
  }

  @Test
  void nameADatabaseThatRefusesTheHub() {
    environment.setProperty("aln.db.url", "jdbc:postgresql://db:5432/aln");
    var analysis = analyze(new PSQLException("no", PSQLState.INVALID_PASSWORD));
    assertThat(analysis.getAction()).contains("ALN_DB_USER", "ALN_DB_PASSWORD_FILE");
  }

  private FailureAnalysis analyze(Throwable failure) {
    var wrapped = new IllegalStateException("wrapped", failure);
    List<FailureAnalyzer> analyzers =
        SpringFactoriesLoader.forDefaultResourceLocation()
            .load(
                FailureAnalyzer.class,
                ArgumentResolver.of(Environment.class, environment),
                (t, n, e) -> {});
    return analyzers.stream()
        .map(analyzer -> analyzer.analyze(wrapped))
        .filter(analysis -> analysis != null)
        .findFirst()
        .orElseThrow();
  }
}
