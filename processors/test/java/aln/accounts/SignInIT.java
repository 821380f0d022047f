package aln.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import aln.web.RunningHub;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInIT extends RunningHub {

  private static final String PASSWORD = "correct horse";

  @Autowired ObjectMapper json;

  @Test
  void registersAndSignsInByAnyCaseOfTheAddress() throws IOException {
    String email = someone();
    HttpResponse<String> registered = post("register", email.toUpperCase(), PASSWORD);
    assertThat(registered.statusCode()).isEqualTo(201);
    assertThat(read(registered).at("/account/email").asText()).isEqualTo(email);
    assertThat(read(registered).at("/account/role").asText()).isEqualTo("user");
    assertThat(registered.body()).doesNotContain("$2a$", PASSWORD);

    HttpResponse<String> signedIn = post("login", email, PASSWORD);
    assertThat(signedIn.statusCode()).isEqualTo(200);
    String token = read(signedIn).at("/accessToken").asText();
    HttpResponse<String> me = call("GET", "/api/auth/me", token, null);
    assertThat(read(me)).isEqualTo(read(registered).at("/account"));
  }

  @Test
  void refusesATakenAddress() throws IOException {
    String email = someone();
    post("register", email, PASSWORD);
    HttpResponse<String> again = post("register", email, "another password");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(read(again).at("/type").asText()).isEqualTo("/problems/email-taken");
    assertThat(post("login", email, PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void tellsNobodyWhichAddressesExist() throws IOException {
    String email = someone();
    post("register", email, PASSWORD);
    HttpResponse<String> wrong = post("login", email, "wrong password");
    HttpResponse<String> unknown = post("login", someone(), PASSWORD);
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(words(unknown)).isEqualTo(words(wrong));
  }

  /** Without what tells one request from another. */
  private JsonNode words(HttpResponse<String> answer) throws IOException {
    return ((ObjectNode) read(answer)).without("traceId");
  }

  @Test
  void makesGuessersWait() throws IOException {
    String email = someone();
    for (int each = 0; each < LoginLimits.TRIES; each++) {
      assertThat(post("login", email, "wrong password").statusCode()).isEqualTo(401);
    }
    HttpResponse<String> tooMany = post("login", email, "wrong password");
    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.headers().firstValueAsLong("Retry-After")).isPresent();
    assertThat(read(tooMany).at("/type").asText()).isEqualTo("/problems/too-many-requests");
  }

  @Test
  void refreshesATokenAndRefusesThatOfAnAccountThatIsGone() throws IOException {
    String token = read(post("register", someone(), PASSWORD)).at("/accessToken").asText();
    HttpResponse<String> fresh = call("POST", "/api/auth/refresh", token, null);
    assertThat(fresh.statusCode()).isEqualTo(200);
    assertThat(read(fresh).at("/accessToken").asText()).isNotEqualTo(token);
    assertThat(call("POST", "/api/auth/refresh", token("user"), null).statusCode()).isEqualTo(401);
  }

  @Test
  void signsThePageInByACookieThatOnlyItsOwnOriginMayUse() {
    HttpResponse<String> registered = post("register", someone(), PASSWORD);
    String setCookie = registered.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(setCookie).contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
    String cookie = setCookie.substring(0, setCookie.indexOf(';'));

    assertThat(send(to("/api/auth/me").header("Cookie", cookie)).statusCode()).isEqualTo(200);
    assertThat(refresh(cookie, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
    assertThat(refresh(cookie, "Origin", "http://localhost:" + port).statusCode()).isEqualTo(200);
    assertThat(refresh(cookie, "Sec-Fetch-Site", "cross-site").body())
        .contains("/problems/cross-site");
    assertThat(refresh(cookie, "Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
    assertThat(refresh(cookie, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
    assertThat(refresh(cookie, "X-Nothing", "said").statusCode()).isEqualTo(403);
  }

  @Test
  void forgetsTheCookieAtSignOut() {
    HttpResponse<String> answer = call("POST", "/api/auth/logout", null, null);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("aln_session=;")
        .contains("Max-Age=0");
  }

  @Test
  void hasAFirstAdmin() throws IOException {
    JsonNode session = read(post("login", "admin@aln.local", "the first admin"));
    assertThat(session.at("/account/role").asText()).isEqualTo("admin");
    String token = session.at("/accessToken").asText();
    assertThat(call("GET", "/api/admin/assets", token, null).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesPasswordsThatBcryptWouldCut() throws IOException {
    HttpResponse<String> answer = post("register", someone(), "é".repeat(40));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(read(answer).at("/errors/0/field").asText()).isEqualTo("password");
  }

  private HttpResponse<String> refresh(String cookie, String header, String value) {
    HttpRequest.Builder request = to("/api/auth/refresh").POST(BodyPublishers.noBody());
    return send(request.header("Cookie", cookie).header(header, value));
  }

  private HttpResponse<String> post(String operation, String email, String password) {
    try {
      String body = json.writeValueAsString(Map.of("email", email, "password", password));
      return call("POST", "/api/auth/" + operation, null, body);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private JsonNode read(HttpResponse<String> answer) throws IOException {
    return json.readTree(answer.body());
  }

  private static String someone() {
    return UUID.randomUUID() + "@example.com";
  }
}
