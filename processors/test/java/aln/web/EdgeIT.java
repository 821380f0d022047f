package aln.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes in besides requests of the contract is answered in problem details, too. */
class EdgeIT extends RunningHub {

  @Autowired ObjectMapper json;

  @ParameterizedTest
  @CsvSource({
    "TRACE, /api/assets, 'GET, HEAD, OPTIONS'",
    "PUT, /api/assets, 'GET, HEAD, OPTIONS'",
    "GET, /api/uploads/initiate, 'OPTIONS, POST'",
    "QUERY, /api/admin/dead-letters/discard, 'OPTIONS, POST'",
  })
  void saysWhatMayBeDoneInstead(String method, String path, String allowed) throws IOException {
    String answer =
        raw(method + " " + path, "Authorization: Bearer " + token("user"), "Content-Length: 0");
    assertThat(answer).startsWith("HTTP/1.1 405");
    assertThat(answer).contains("Allow: " + allowed + "\r\n", "/problems/method-not-allowed");
  }

  @Test
  void saysHowManyRequestsAreLeft() {
    var signedIn = call("GET", "/api/assets", token("user"), null).headers();
    assertThat(signedIn.firstValue("RateLimit-Policy")).hasValue("\"account\";q=10000;w=10");
    assertThat(signedIn.firstValue("RateLimit").orElse("")).matches("\"account\";r=9999;t=10");
    var nobody = call("GET", "/api/assets", null, null).headers();
    assertThat(nobody.firstValue("RateLimit").orElse("")).startsWith("\"address\";r=");
    assertThat(call("GET", "/health", null, null).headers().map()).doesNotContainKey("ratelimit");
  }

  @Test
  void tellsOptionsWhatMayBeDone() {
    HttpResponse<String> answer = call("OPTIONS", "/api/assets", token("user"), null);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
  }

  @Test
  void refusesPagesOfOtherSites() throws IOException {
    HttpResponse<String> asked =
        send(
            to("/api/assets")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(problem(asked, 401)).isEqualTo("/problems/unauthorized");
    assertThat(asked.headers().map()).doesNotContainKey("access-control-allow-origin");
    HttpResponse<String> byCookie =
        send(
            to("/api/auth/logout")
                .header("Origin", "https://elsewhere.example")
                .header("Cookie", "aln=" + token("user") + "; aln_session=" + token("user"))
                .POST(BodyPublishers.noBody()));
    assertThat(byCookie.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/assets/%zz",
        "/api/assets/a%2Fb",
        "/api//assets",
        "/api/assets?%C2%9F=1&limit=5",
        "/api/assets?%F3%BA%8A%A0=1",
        "/api/videos?%00=1"
      })
  void refusesMalformedAddresses(String address) throws IOException {
    String answer = raw("GET " + address, "Authorization: Bearer " + token("user"));
    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(answer).contains("Content-Type: application/problem+json", "/problems/");
    assertThat(answer).contains("/problems/invalid-request");
  }

  @Test
  void refusesHeadsThatAreTooLarge() throws IOException {
    String answer = raw("GET /api/videos", "X-Large: " + "x".repeat(20_000));
    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(answer).contains("/problems/invalid-request");
  }

  @Test
  void readsNoForms() throws IOException {
    HttpResponse<String> answer =
        send(
            to("/api/videos/" + UUID.randomUUID())
                .header("Content-Type", "multipart/form-data")
                .method("GET", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200); // the stand-in's
    HttpResponse<String> form =
        send(
            to("/api/uploads/complete")
                .header("Authorization", "Bearer " + token("user"))
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("--")));
    assertThat(problem(form, 415)).isEqualTo("/problems/unsupported-media-type");
  }

  @Test
  void refusesFieldsOfTheStreamAsOfEveryOperation() throws IOException {
    HttpResponse<String> answer = call("GET", "/api/events?asset=odd", token("user"), null);
    assertThat(problem(answer, 400)).isEqualTo("/problems/invalid-request");
  }

  @Test
  void takesTenThousandParts() throws IOException {
    String part = "{\"PartNumber\":10000,\"ETag\":\"\\\"5d41402abc4b2a76b9719d911017c592\\\"\"},";
    String body = "{\"parts\":[" + part.repeat(9999) + part.replace("},", "}") + "]}";
    String path = "/api/uploads/s3/multipart/" + UUID.randomUUID() + "/complete";
    assertThat(body.length()).isGreaterThan(RequestBody.LARGEST);
    assertThat(call("POST", path, token("user"), body).statusCode()).isEqualTo(200);
    String tooLarge = body.replace("]}", "]" + " ".repeat(1_310_720 - body.length()) + "  }");
    assertThat(problem(call("POST", path, token("user"), tooLarge), 413))
        .isEqualTo("/problems/too-large");
  }

  private String problem(HttpResponse<String> answer, int status) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = json.readTree(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    return problem.path("type").asText();
  }

  /** What no client library would send. */
  private String raw(String line, String... headers) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      String head =
          line
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + String.join("\r\n", headers)
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
