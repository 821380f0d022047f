package aln.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StartingFilterTest {

  private final StartingFilter filter = new StartingFilter(new ProblemWriter(new ObjectMapper()));

  @Test
  void asksForPatienceUntilTheHubIsReady() throws Exception {
    MockHttpServletResponse early = ask();
    assertThat(early.getStatus()).isEqualTo(503);
    assertThat(early.getHeader("Retry-After")).isEqualTo("1");
    assertThat(early.getContentAsString()).contains("/problems/starting");
    filter.ready();
    assertThat(ask().getStatus()).isEqualTo(200);
  }

  private MockHttpServletResponse ask() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(new MockHttpServletRequest("GET", "/health"), response, new MockFilterChain());
    return response;
  }
}
