package aln.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.FilterChain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CrowdFilterTest {

  private final CrowdFilter filter =
      new CrowdFilter(new ProblemWriter(new ObjectMapper()), new RequestLimits(2, 1, 1));

  /** Requests that came in and have not been answered. */
  private final List<MockHttpServletRequest> inside = new ArrayList<>();

  @Test
  void sendsAwayWhoComesTooManyAndLetsInAgainWhenOneIsAnswered() throws Exception {
    assertThat(ask("/api/assets").getStatus()).isEqualTo(200);
    assertThat(ask("/").getStatus()).isEqualTo(200);
    MockHttpServletResponse refused = ask("/api/assets");
    assertThat(refused.getStatus()).isEqualTo(503);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("2");
    assertThat(refused.getContentAsString()).contains("/problems/busy", "Try again");
    assertThat(inside).hasSize(2);

    answer(inside.remove(0));
    assertThat(ask("/api/assets").getStatus()).isEqualTo(200);
    assertThat(ask("/api/assets").getStatus()).isEqualTo(503);
  }

  @Test
  void keepsKindsOfRequestsApart() throws Exception {
    ask("/api/assets");
    ask("/api/assets");
    assertThat(ask("/play/t/master.m3u8").getStatus()).isEqualTo(200);
    assertThat(ask("/play/t/master.m3u8").getStatus()).isEqualTo(503);
    assertThat(ask("/api/events").getStatus()).isEqualTo(200);
    assertThat(ask("/api/events").getStatus()).isEqualTo(503);
  }

  @Test
  void alwaysAsksForHealth() throws Exception {
    for (int time = 0; time < 10; time++) {
      assertThat(ask("/health").getStatus()).isEqualTo(200);
    }
  }

  @Test
  void givesThePlaceOfAFailureBack() throws Exception {
    for (int time = 0; time < 5; time++) {
      var request = new MockHttpServletRequest("GET", "/api/assets");
      FilterChain broken =
          (asked, answered) -> {
            throw new IllegalStateException("broken");
          };
      try {
        filter.doFilter(request, new MockHttpServletResponse(), broken);
      } catch (IllegalStateException expected) {
        continue;
      }
    }
    assertThat(ask("/api/assets").getStatus()).isEqualTo(200);
  }

  /** The chain answers later, as flows do. */
  private MockHttpServletResponse ask(String path) throws Exception {
    var request = new MockHttpServletRequest("GET", path);
    request.setAsyncSupported(true);
    var response = new MockHttpServletResponse();
    filter.doFilter(
        request,
        response,
        (asked, answered) -> {
          request.startAsync(asked, answered);
          inside.add(request);
        });
    return response;
  }

  private static void answer(MockHttpServletRequest request) throws Exception {
    var context = (MockAsyncContext) request.getAsyncContext();
    for (var listener : context.getListeners()) {
      listener.onComplete(new AsyncEvent(context));
    }
  }
}
