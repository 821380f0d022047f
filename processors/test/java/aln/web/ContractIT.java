package aln.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every operation of every file in openapi/ against the running edge. */
class ContractIT extends RunningHub {

  @Autowired Contract contract;
  @Autowired ObjectMapper json;

  @Test
  void refusesWrongTypedBodiesOfEveryOperation() {
    SoftAssertions all = new SoftAssertions();
    for (ContractOperation operation : withBody()) {
      for (String body : wrongBodies(operation)) {
        HttpResponse<String> answer = call(operation, token("admin"), body);
        all.assertThat(answer.statusCode()).as("%s %s", operation.id(), body).isEqualTo(400);
        all.assertThat(problem(answer).at("/type").asText()).isEqualTo("/problems/invalid-request");
        all.assertThat(problem(answer).at("/errors"))
            .as("%s %s", operation.id(), body)
            .isNotEmpty();
        all.assertThat(answer.body()).doesNotContain("Exception", "com.", "org.", "aln.");
      }
    }
    all.assertAll();
  }

  @Test
  void refusesOtherContentTypes() {
    for (ContractOperation operation : withBody()) {
      HttpResponse<String> answer =
          send(
              to(path(operation))
                  .header("Authorization", "Bearer " + token("admin"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .method(operation.method(), BodyPublishers.ofString("a=b&c")));
      assertThat(answer.statusCode()).as(operation.id()).isEqualTo(415);
      assertThat(problem(answer).at("/type").asText())
          .isEqualTo("/problems/unsupported-media-type");
    }
  }

  @Test
  void refusesParametersThatDoNotFit() {
    assertThat(call("GET", "/api/assets?limit=ten", token("user"), null).statusCode())
        .isEqualTo(400);
    assertThat(call("GET", "/api/assets?limit=1000", token("user"), null).statusCode())
        .isEqualTo(400);
    assertThat(call("GET", "/api/assets?status=odd", token("user"), null).statusCode())
        .isEqualTo(400);
    assertThat(call("GET", "/api/assets?unknown=1", token("user"), null).statusCode())
        .isEqualTo(400);
    HttpResponse<String> answer = call("GET", "/api/assets/not-an-id", token("user"), null);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem(answer).at("/errors/0/field").asText()).isEqualTo("id");
  }

  @Test
  void letsInWhatTheContractDeclaresAndNothingElse() throws IOException {
    HttpResponse<String> answer =
        send(
            to("/api/assets?cursor=a%26b%20c%2B")
                .header("Authorization", "Bearer " + token("user"))
                .header("limit", "99")
                .header("X-Custom", "leak")
                .header("Cookie", "a=b"));
    JsonNode seen = json.readTree(answer.body());
    assertThat(seen.at("/caller").asText()).isEqualTo("user@example.com");
    assertThat(seen.at("/arguments"))
        .isEqualTo(
            json.valueToTree(
                Map.of(
                    "cursor",
                    "String a&b c+",
                    "limit",
                    "Integer 20",
                    "Content-Type",
                    "String application/json")));
    assertThat(answer.headers().map()).doesNotContainKeys("x-custom", "cookie", "cursor", "limit");
  }

  @Test
  void givesFlowsTypedIdsAndReadBodies() throws IOException {
    UUID id = UUID.randomUUID();
    HttpResponse<String> answer =
        call("PATCH", "/api/assets/" + id, token("user"), "{\"title\":\"Ọ̀rọ̀ 🎬\"}");
    JsonNode seen = json.readTree(answer.body());
    assertThat(seen.at("/arguments/id").asText()).isEqualTo("UUID " + id);
    assertThat(seen.at("/body/title").asText()).isEqualTo("Ọ̀rọ̀ 🎬");
  }

  @Test
  void servesCollectionsWithAndWithoutSlash() {
    for (String path :
        List.of("/api/assets", "/api/assets/", "/jobs", "/jobs/", "/health", "/health/")) {
      assertThat(call("GET", path, token("user"), null).statusCode()).as(path).isEqualTo(200);
      assertThat(call("HEAD", path, token("user"), null).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void asksForATokenWhereTheContractDoes() {
    for (ContractOperation operation : contract.operations()) {
      int nobody = call(operation, null, null).statusCode();
      int user = call(operation, token("user"), null).statusCode();
      int admin = call(operation, token("admin"), null).statusCode();
      switch (operation.access()) {
        case OPEN, OPTIONAL -> assertThat(nobody).as(operation.id()).isNotIn(401, 403);
        case SIGNED_IN -> {
          assertThat(nobody).as(operation.id()).isEqualTo(401);
          assertThat(user).as(operation.id()).isNotIn(403);
        }
        case ADMIN -> {
          assertThat(nobody).as(operation.id()).isEqualTo(401);
          assertThat(user).as(operation.id()).isEqualTo(403);
          assertThat(admin).as(operation.id()).isNotIn(401, 403);
        }
      }
    }
  }

  @Test
  void saysWhoIsMissing() {
    HttpResponse<String> answer = call("GET", "/api/assets", null, null);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(problem(answer).at("/type").asText()).isEqualTo("/problems/unauthorized");
  }

  @Test
  void knowsWhoSignedInWhereThatIsOptional() throws IOException {
    String path = "/api/videos/" + UUID.randomUUID();
    assertThat(json.readTree(call("GET", path, null, null).body()).at("/caller").isMissingNode())
        .isTrue();
    assertThat(json.readTree(call("GET", path, token("user"), null).body()).at("/caller").asText())
        .isEqualTo("user@example.com");
    assertThat(call("GET", path, "rubbish", null).statusCode()).isEqualTo(401);
  }

  @Test
  void answersUnknownPathsAndMethodsWithProblems() {
    HttpResponse<String> nothing = call("GET", "/api/assets/a/b", token("user"), null);
    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(problem(nothing).at("/type").asText()).isEqualTo("/problems/not-found");
    HttpResponse<String> method = call("PUT", "/api/assets", token("user"), "{}");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("Allow").orElse("")).contains("GET");
    assertThat(problem(method).at("/type").asText()).isEqualTo("/problems/method-not-allowed");
    HttpResponse<String> malformed = call("GET", "/api/assets/;a=b", token("user"), null);
    assertThat(malformed.statusCode()).isEqualTo(400);
    assertThat(problem(malformed).at("/status").asInt()).isEqualTo(malformed.statusCode());
  }

  @Test
  void refusesBodiesThatAreTooLarge() {
    String large = "{\"reason\":\"" + "x".repeat(RequestBody.LARGEST) + "\"}";
    String path = "/api/admin/dead-letters/" + UUID.randomUUID() + "/discard";
    HttpResponse<String> answer = call("POST", path, token("admin"), large);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(problem(answer).at("/type").asText()).isEqualTo("/problems/too-large");
  }

  @Test
  void refusesWhatTheDatabaseCannotHold() {
    String body = "{\"title\":\"a\\u0000b\"}";
    assertThat(call("PATCH", "/api/assets/" + UUID.randomUUID(), token("user"), body).statusCode())
        .isEqualTo(400);
  }

  private Stream<ContractOperation> bodies() {
    return contract.operations().stream().filter(ContractOperation::takesBody);
  }

  private List<ContractOperation> withBody() {
    List<ContractOperation> found = bodies().toList();
    assertThat(found).isNotEmpty();
    return found;
  }

  private HttpResponse<String> call(ContractOperation operation, String token, String body) {
    return call(operation.method(), path(operation), token, body);
  }

  private static String path(ContractOperation operation) {
    return operation
        .pattern()
        .getPatternString()
        .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
  }

  /** No JSON, no object, nothing, and an object in the place of each property. */
  private static List<String> wrongBodies(ContractOperation operation) {
    List<String> wrong = new ArrayList<>(List.of("[]", "\"text\"", "1", "null", "{", "{}x", ""));
    Schema<?> schema =
        operation.operation().getRequestBody().getContent().get("application/json").getSchema();
    schema.getProperties().keySet().forEach(each -> wrong.add("{\"" + each + "\":{\"a\":1}}"));
    wrong.add("{\"notInTheContract\":1}");
    return wrong;
  }

  private JsonNode problem(HttpResponse<String> answer) {
    try {
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .as(answer.body())
          .startsWith("application/problem+json");
      JsonNode problem = json.readTree(answer.body());
      assertThat(problem.at("/status").asInt()).isEqualTo(answer.statusCode());
      return problem;
    } catch (IOException unreadable) {
      throw new AssertionError(answer.body(), unreadable);
    }
  }
}
