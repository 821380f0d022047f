package aln.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PathRulesTest {

  private final Contract contract = new Contract();

  PathRulesTest() throws IOException {}

  @ParameterizedTest
  @CsvSource({
    "GET,    /,                          OPEN",
    "HEAD,   /watch/1,                   OPEN",
    "GET,    /ui/index-abc.js,           OPEN",
    "GET,    /docs,                      OPEN",
    "GET,    /openapi.json,              OPEN",
    "GET,    /play/token/master.m3u8,    OPEN",
    "POST,   /webhooks/sandbox,          OPEN",
    "GET,    /health,                    OPEN",
    "GET,    /actuator/prometheus,       OPEN",
    "GET,    /api/videos,                OPEN",
    "GET,    /api/videos/,               OPEN",
    "HEAD,   /api/videos,                OPEN",
    "POST,   /api/auth/login,            OPEN",
    "POST,   /api/playbacks,             OPTIONAL",
    "GET,    /api/auth/me,               SIGNED_IN",
    "GET,    /api/events,                SIGNED_IN",
    "GET,    /api,                       SIGNED_IN",
    "GET,    /api/unheard-of,            SIGNED_IN",
    "GET,    /jobs,                      SIGNED_IN",
    "GET,    /jobs/x/y,                  SIGNED_IN",
    "DELETE, /api/videos,                SIGNED_IN",
    "GET,    /actuator,                  SIGNED_IN",
    "GET,    /actuator/env,              SIGNED_IN",
    "POST,   /,                          SIGNED_IN",
    "GET,    /api/admin/assets,          ADMIN",
    "HEAD,   /api/admin/assets/,         ADMIN",
    "GET,    /api/%61dmin/assets,        ADMIN",
    "POST,   /api/admin/dead-letters/1/replay, ADMIN"
  })
  void sayWhoMayReachWhat(String method, String path, Access access) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    assertThat(PathRules.access(contract, request)).isEqualTo(access);
  }
}
