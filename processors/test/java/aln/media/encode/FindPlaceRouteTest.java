package aln.media.encode;

import static org.assertj.core.api.Assertions.assertThat;

import aln.ffmpeg.Output;
import aln.media.plan.Access;
import aln.media.plan.EncodeVideo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped flow; only ffprobe and the beans' insides are ours. */
class FindPlaceRouteTest {

  private final CamelContext camel = new DefaultCamelContext();
  private final List<String> steps = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    camel.getRegistry().bind("keyFrames", new Searched());
    camel.getRegistry().bind("encodeCommands", new Known());
    camel.getRegistry().bind("sourcePieces", new Cut());
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(
            ResourceHelper.resolveResource(
                camel, "classpath:routes/processing/find-place.camel.yaml"));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:run-ffmpeg")
                .process(
                    exchange -> {
                      steps.add("run " + exchange.getMessage().getBody());
                      exchange
                          .getMessage()
                          .setBody(new Output("packets", "", Duration.ZERO, "8.0", List.of()));
                    });
          }
        });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void asksFfprobeWhereThereAreOnlyTimeStamps() {
    assertThat(place(Access.TIMES)).isEqualTo("searched in source");
    assertThat(steps).containsExactly("run look before");
  }

  @Test
  void asksNobodyElse() {
    assertThat(place(Access.INDEX)).isEqualTo("known in source");
    assertThat(place(Access.BEGINNING)).isEqualTo("known in source");
    assertThat(steps).isEmpty();
  }

  @Test
  void fetchesThePiecesOfWhatWasCutIntoThem() {
    assertThat(place(Access.PIECES)).isEqualTo("pieces");
    assertThat(steps).containsExactly("fetch to directory");
  }

  private Object place(Access access) {
    EncodeVideo spec = KeyFramesTest.spec(2500, access);
    return camel
        .createFluentProducerTemplate()
        .to("direct:find-place")
        .withBody(spec)
        .withVariable("spec", spec)
        .withVariable("work", new Bench("source", "directory"))
        .request(Object.class);
  }

  /** What the flow reads of a task on the bench. */
  public record Bench(String source, String directory) {}

  /** Stands in for the search. */
  public static final class Searched {
    public String before(Object spec, Object source, Object directory) {
      return "look before";
    }

    public String place(Object spec, Object source, Object stdout) {
      assertThat(stdout).isEqualTo("packets");
      return "searched in " + source;
    }
  }

  /** Stands in for what needs no search. */
  public static final class Known {
    public String place(Object spec, Object source) {
      return "known in " + source;
    }
  }

  /** Stands in for the store. */
  public final class Cut {
    public String fetch(Bench work, EncodeVideo spec) {
      steps.add("fetch to " + work.directory());
      return "pieces";
    }
  }
}
