package aln.web;

import static org.assertj.core.api.Assertions.assertThat;

import aln.accounts.Callers;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class RateFilterTest {

  private final RateFilter filter = filter(3, 2);

  RateFilterTest() throws IOException {}

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void tellsWhatIsLeftAndThenWhenToComeBack() throws Exception {
    signIn(UUID.randomUUID());
    MockHttpServletResponse first = ask("/api/assets", "192.0.2.1");
    assertThat(first.getStatus()).isEqualTo(200);
    assertThat(first.getHeader("RateLimit-Policy")).isEqualTo("\"account\";q=3;w=60");
    assertThat(first.getHeader("RateLimit")).matches("\"account\";r=2;t=60");
    ask("/api/assets", "192.0.2.2");
    ask("/jobs", "192.0.2.3");
    MockHttpServletResponse refused = ask("/api/assets", "192.0.2.4");
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getContentType()).startsWith("application/problem+json");
    assertThat(refused.getContentAsString()).contains("/problems/too-many-requests", "3 requests");
    assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(58, 60);
    assertThat(refused.getHeader("RateLimit")).startsWith("\"account\";r=0;t=");
  }

  @Test
  void countsEachAccountByItself() throws Exception {
    signIn(UUID.randomUUID());
    for (int each = 0; each < 4; each++) {
      ask("/api/assets", "192.0.2.1");
    }
    signIn(UUID.randomUUID());
    assertThat(ask("/api/assets", "192.0.2.1").getStatus()).isEqualTo(200);
  }

  @Test
  void countsNobodyByTheirNetwork() throws Exception {
    assertThat(ask("/api/videos", "192.0.2.1").getHeader("RateLimit"))
        .startsWith("\"address\";r=1;");
    ask("/api/videos", "192.0.2.1");
    assertThat(ask("/api/videos", "192.0.2.1").getStatus()).isEqualTo(429);
    assertThat(ask("/api/videos", "192.0.2.2").getStatus()).isEqualTo(200);
    ask("/api/videos", "2001:db8:1:2::1");
    ask("/api/videos", "2001:db8:1:2:ffff::9");
    assertThat(ask("/api/videos", "2001:db8:1:2::3").getStatus()).isEqualTo(429);
    assertThat(ask("/api/videos", "2001:db8:1:3::1").getStatus()).isEqualTo(200);
  }

  @Test
  void leavesPlayersHealthAndThePageAlone() throws Exception {
    for (String path : new String[] {"/play/t/v/0.m4s", "/health", "/health/", "/", "/docs"}) {
      for (int each = 0; each < 5; each++) {
        MockHttpServletResponse answer = ask(path, "192.0.2.9");
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(answer.getHeader("RateLimit")).as(path).isNull();
      }
    }
  }

  @Test
  void countsNothingWhereThereIsNoLimit() throws Exception {
    RateFilter open = filter(0, 0);
    for (int each = 0; each < 9; each++) {
      MockHttpServletResponse answer = ask(open, "/api/videos", "192.0.2.1");
      assertThat(answer.getStatus()).isEqualTo(200);
      assertThat(answer.getHeader("RateLimit")).isNull();
    }
  }

  private MockHttpServletResponse ask(String path, String address) throws Exception {
    return ask(filter, path, address);
  }

  private static MockHttpServletResponse ask(RateFilter filter, String path, String address)
      throws Exception {
    var request = new MockHttpServletRequest("GET", path);
    request.setRemoteAddr(address);
    var response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response;
  }

  private static void signIn(UUID account) {
    Jwt token =
        Jwt.withTokenValue("t")
            .header("alg", "none")
            .subject(account.toString())
            .claim("email", "a@example.com")
            .issuedAt(Instant.EPOCH)
            .build();
    SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token));
  }

  private static RateFilter filter(long account, long address) throws IOException {
    return new RateFilter(
        new Contract(),
        new Callers(),
        new ProblemWriter(new ObjectMapper()),
        new RateLimits(Duration.ofMinutes(1), account, address));
  }
}
