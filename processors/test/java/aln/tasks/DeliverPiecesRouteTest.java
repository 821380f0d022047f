package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.encode.Pieces;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped flow; only its clock, the store and the bean's insides are ours. */
class DeliverPiecesRouteTest {

  private static final Work ONE = work("one/");
  private static final Work OTHER = work("other/");
  private static final StoredPieces PART =
      new StoredPieces("part", new Pieces(List.of()), List.of());

  private final CamelContext camel = new DefaultCamelContext();
  private final List<String> steps = new ArrayList<>();
  private boolean storeAway = false;

  @BeforeEach
  void start() throws Exception {
    camel.getRegistry().bind("remuxes", new UnderWay());
    camel.getPropertiesComponent().addInitialProperty("aln.workers.deliver", "500");
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(
            ResourceHelper.resolveResource(
                camel, "classpath:routes/processing/deliver-pieces.camel.yaml"));
    camel.addRoutes(theStore());
    AdviceWith.adviceWith(
        camel, "deliver-pieces", route -> route.replaceFromWith("direct:the-clock"));
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void goesOnOnceWhatIsFinishedIsInTheStore() {
    camel.createProducerTemplate().sendBody("direct:the-clock", null);
    assertThat(steps)
        .containsExactly("look at one/", "store part", "go on with one/", "look at other/");
  }

  @Test
  void holdsStillUntilTheStoreTakesIt() {
    storeAway = true;
    camel.createProducerTemplate().send("direct:the-clock", exchange -> {});
    assertThat(steps).contains("look at one/", "store part").noneMatch(s -> s.startsWith("go on"));
  }

  private RouteBuilder theStore() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:store-files")
            .errorHandler(noErrorHandler())
            .process(
                exchange -> {
                  steps.add("store " + exchange.getMessage().getBody(StoredPieces.class).header());
                  if (storeAway) {
                    throw new IllegalStateException("the store is away");
                  }
                });
      }
    };
  }

  private static Work work(String prefix) {
    UUID id = UUID.randomUUID();
    Claim claim = new Claim(id, id, id, "remux-source", 1, 1);
    return new Work(claim, 1, 4, "{}", URI.create("http://s/source"), 1, new File("."), prefix);
  }

  /** Two sources are being cut; of one something is finished. */
  public final class UnderWay {
    public List<Work> underWay() {
      return List.of(ONE, OTHER);
    }

    public @Nullable StoredPieces next(Work work) {
      steps.add("look at " + work.outputPrefix());
      return work.equals(ONE) ? PART : null;
    }

    public void goOn(Work work, StoredPieces part) {
      steps.add("go on with " + work.outputPrefix());
    }
  }
}
