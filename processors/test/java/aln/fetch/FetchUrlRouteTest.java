package aln.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import aln.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped flow; only the insides of its beans are ours. */
class FetchUrlRouteTest {

  private static final Fetch FETCH = FetchTest.fetch(null, null);

  private final CamelContext camel = new DefaultCamelContext();
  private final List<String> steps = new ArrayList<>();
  private Exception failure;
  private Exception troubleOfTheDatabase;

  @BeforeEach
  void start() throws Exception {
    camel.getRegistry().bind("transfers", new Carrier());
    camel.getRegistry().bind("uploads", new Found());
    camel.getRegistry().bind("fetches", new Rows());
    camel.getRegistry().bind("fetchSetbacks", new Ends());
    camel.getRegistry().bind("courses", new Places());
    camel.getRegistry().bind("outages", new Log());
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(
            ResourceHelper.resolveResource(
                camel, "classpath:routes/ingestion/fetch-url.camel.yaml"));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:receive-upload")
                .errorHandler(noErrorHandler())
                .process(exchange -> steps.add("receive " + exchange.getMessage().getBody()));
          }
        });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void takesInWhatHasCome() {
    fetch();
    assertThat(steps).containsExactly("carry", "find", "receive the upload", "close");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new FetchStopped(FETCH), "release"),
        Arguments.of(Problem.unprocessable("not-a-file", "A page."), "refuse not-a-file"),
        Arguments.of(new SourceFailed("Broke off.", null), "later Broke off."),
        Arguments.of(new IllegalStateException("disk full"), "later disk full"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureHasItsEndAndGivesItsPlaceBack(Exception thrown, String end) {
    failure = thrown;
    fetch();
    assertThat(steps).containsExactly("carry", end, "close");
  }

  @Test
  void givesItsPlaceBackEvenWhenNothingCanBeNoted() {
    failure = new SourceFailed("Broke off.", null);
    troubleOfTheDatabase = new IllegalStateException("the database is away");
    fetch();
    assertThat(steps).contains("close", "tell fetch-url");
  }

  private void fetch() {
    camel.createProducerTemplate().sendBody("direct:fetch-url", FETCH);
  }

  public final class Carrier {
    public void carry(Fetch fetch) throws Exception {
      steps.add("carry");
      if (failure != null) {
        throw failure;
      }
    }
  }

  public final class Found {
    public String findAny(Object caller, Object id) {
      steps.add("find");
      return "the upload";
    }
  }

  public final class Rows {
    public void release(Fetch fetch) {
      steps.add("release");
    }
  }

  public final class Ends {
    public void refuse(Fetch fetch, Problem reason) {
      steps.add("refuse " + reason.code());
    }

    public void later(Fetch fetch, Exception thrown) throws Exception {
      if (troubleOfTheDatabase != null) {
        throw troubleOfTheDatabase;
      }
      steps.add("later " + thrown.getMessage());
    }
  }

  public final class Places {
    public void close(Fetch fetch) {
      steps.add("close");
    }
  }

  public final class Log {
    public void tell(String who, Throwable thrown) {
      steps.add("tell " + who);
    }
  }
}
