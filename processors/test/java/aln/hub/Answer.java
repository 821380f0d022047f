package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpHeaders;

/**
 * What the hub answered.
 *
 * @param request what was asked, for a failing test's words
 */
public record Answer(String request, int status, HttpHeaders headers, String text) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public Answer expect(int wanted) {
    assertThat(status).as("%s answered %s", request, text).isEqualTo(wanted);
    return this;
  }

  /** A refusal in problem details (RFC 9457) that says what to do. */
  Answer refuses(int wanted) {
    expect(wanted);
    assertThat(header("Content-Type")).as(request).startsWith("application/problem+json");
    assertThat(json().path("status").asInt()).as(request).isEqualTo(wanted);
    assertThat(json().path("type").asText()).as(request).startsWith("/problems/");
    assertThat(json().path("detail").asText()).as(request).isNotBlank();
    return this;
  }

  /** A refusal of whatever kind, but never an inner error. */
  void expectRefusal() {
    assertThat(status).as("%s answered %s", request, text).isBetween(400, 499);
  }

  /** A playlist, or the way to a piece of media. */
  void expectPlayable() {
    assertThat(status).as("%s answered %s", request, text).isIn(200, 302);
  }

  /** The stable name of the problem, {@code not-found}. */
  String problem() {
    return json().path("type").asText().replaceFirst("^/problems/", "");
  }

  public JsonNode json() {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(request + " answered no JSON: " + text, e);
    }
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  URI location() {
    return URI.create(header("Location"));
  }
}
