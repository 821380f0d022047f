package aln.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped flow; only its clock and the beans' insides are ours. */
class BeginFetchesRouteTest {

  private final CamelContext camel = new DefaultCamelContext();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Fetch> due = new ArrayDeque<>();
  private final List<Object> begun = new CopyOnWriteArrayList<>();
  private final CountDownLatch fetched = new CountDownLatch(1);

  @BeforeEach
  void start() throws Exception {
    camel.getRegistry().bind("courses", new Places());
    camel.getRegistry().bind("fetchThreads", threads);
    camel.getPropertiesComponent().addInitialProperty("aln.fetch.look", "500");
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(
            ResourceHelper.resolveResource(
                camel, "classpath:routes/ingestion/begin-fetches.camel.yaml"));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:fetch-url")
                .errorHandler(noErrorHandler())
                .process(
                    exchange -> {
                      begun.add(exchange.getMessage().getBody());
                      fetched.await();
                    });
          }
        });
    AdviceWith.adviceWith(
        camel, "begin-fetches", route -> route.replaceFromWith("direct:the-clock"));
    camel.start();
  }

  @AfterEach
  void stop() {
    fetched.countDown();
    camel.stop();
    threads.shutdown();
  }

  /** Whether the clock is to look again at once. */
  private boolean look() {
    Exchange done = camel.createProducerTemplate().send("direct:the-clock", exchange -> {});
    return done.getProperty("CamelSchedulerPolledMessages", Boolean.class);
  }

  @Test
  void waitsForNoneOfThem() {
    Fetch one = FetchTest.fetch(null, null);
    Fetch other = FetchTest.fetch(null, null);
    due.addAll(List.of(one, other));

    assertThat(List.of(look(), look(), look())).containsExactly(true, true, false);

    await().until(() -> begun.size() == 2);
    assertThat(begun).containsExactlyInAnyOrder(one, other);
  }

  public final class Places {
    public @Nullable Fetch next() {
      return due.poll();
    }
  }
}
