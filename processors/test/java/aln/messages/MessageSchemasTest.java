package aln.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessageSchemasTest {

  private static final String ID = "0190163d-8694-739b-aea5-966c26f8ad90";
  private static final Map<String, Object> INPUT =
      Map.of("bucket", "raw-assets", "key", "user_1/2/source");
  private static final Map<String, Object> OUTPUT =
      Map.of("bucket", "transcoded-assets", "prefix", "user_1/2/v1/inspect-0/");

  private final ObjectMapper json = new ObjectMapper();
  private final MessageSchemas schemas;

  MessageSchemasTest() throws IOException {
    schemas = new MessageSchemas(json);
  }

  private static Map<String, Map<String, Object>> samples() {
    Map<String, Map<String, Object>> samples = new TreeMap<>();
    samples.put(
        "asset.uploaded", Map.of("asset", ID, "owner", ID, "input", INPUT, "size", 7_608_204));
    for (String type : List.of("asset.complete", "asset.failed")) {
      samples.put(type, Map.of("asset", ID, "owner", ID, "version", 1));
    }
    samples.put(
        "drop.changed",
        Map.of(
            "Records",
            List.of(
                Map.of(
                    "eventName",
                    "s3:ObjectCreated:Put",
                    "s3",
                    Map.of("bucket", Map.of("name", "drop"))))));
    samples.put("asset.deleted", Map.of("asset", ID, "owner", ID));
    samples.put("callback.due", Map.of("callback", ID, "job", ID));
    for (String kind :
        List.of(
            "inspect",
            "remux-source",
            "encode-video",
            "encode-second-set",
            "encode-audio",
            "make-poster",
            "extract-subtitles",
            "make-thumbnails",
            "make-preview",
            "make-storyboard",
            "make-download")) {
      Map<String, Object> task = new TreeMap<>(identity(kind));
      task.putAll(Map.of("input", INPUT, "output", OUTPUT));
      samples.put("task." + kind, task);
    }
    samples.put("task.done", identity("inspect"));
    Map<String, Object> failed = new TreeMap<>(identity("inspect"));
    failed.putAll(Map.of("code", "not-media", "message", "Upload a film."));
    samples.put("task.failed", failed);
    return samples;
  }

  private static Map<String, Object> identity(String kind) {
    return Map.of("task", ID, "job", ID, "asset", ID, "kind", kind);
  }

  @Test
  void everySchemaHasASampleHere() throws IOException {
    var files = new PathMatchingResourcePatternResolver();
    assertThat(files.getResources("classpath:openapi/messages/*.json"))
        .extracting(Resource::getFilename)
        .extracting(name -> name.replace(".v1.json", ""))
        .containsExactlyInAnyOrderElementsOf(samples().keySet());
  }

  @TestFactory
  List<DynamicTest> takesWhatItsTypePromises() {
    return forEach((type, sample) -> assertThat(check(type, sample)).isEqualTo(sample));
  }

  @TestFactory
  List<DynamicTest> takesWhatALaterVersionAdds() {
    return forEach(
        (type, sample) -> assertThat(check(type, sample.put("later", true))).isEqualTo(sample));
  }

  @TestFactory
  List<DynamicTest> refusesWhatLacksAField() {
    return forEach(
        (type, sample) -> {
          for (String field : required(type)) {
            refuses(type, sample.deepCopy().without(field), field);
          }
        });
  }

  private static List<String> required(String type) {
    return switch (type) {
      case "drop.changed" -> List.of("Records");
      case "callback.due" -> List.of("callback", "job");
      default -> List.of("asset", type.startsWith("task") ? "kind" : "owner");
    };
  }

  @TestFactory
  List<DynamicTest> refusesFieldsOfTheWrongKind() {
    return forEach(
        (type, sample) ->
            sample
                .fieldNames()
                .forEachRemaining(
                    field ->
                        refuses(
                            type, sample.deepCopy().set(field, json.createArrayNode()), field)));
  }

  @Test
  void refusesATaskOfAnotherKind() {
    refuses("task.inspect", sample("task.encode-video"), "kind");
  }

  @Test
  void refusesAnIdThatIsNone() {
    refuses("asset.deleted", sample("asset.deleted").put("asset", "../../etc/passwd"), "asset");
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThatExceptionOfType(InvalidMessage.class)
        .isThrownBy(() -> schemas.check("task.done", "{\"task\":"))
        .withMessageStartingWith("Not JSON");
    for (String scalar : List.of("", "null", "42", "[]")) {
      assertThatExceptionOfType(InvalidMessage.class)
          .as("the body '%s'", scalar)
          .isThrownBy(() -> schemas.check("task.done", scalar));
    }
  }

  @Test
  void refusesTypesWithoutASchema() {
    for (String type : new String[] {null, "task.unknown", "../task.done"}) {
      assertThatExceptionOfType(InvalidMessage.class)
          .isThrownBy(() -> schemas.check(type, "{}"))
          .withMessageContaining("No schema is known for messages of type " + type);
    }
  }

  private interface Check {
    void of(String type, ObjectNode sample) throws IOException;
  }

  private List<DynamicTest> forEach(Check check) {
    return samples().keySet().stream()
        .map(type -> DynamicTest.dynamicTest(type, () -> check.of(type, sample(type))))
        .toList();
  }

  private ObjectNode sample(String type) {
    return (ObjectNode) json.valueToTree(samples().get(type));
  }

  private JsonNode check(String type, JsonNode body) {
    return schemas.check(type, body.toString());
  }

  private void refuses(String type, JsonNode body, String field) {
    assertThatExceptionOfType(InvalidMessage.class)
        .as("%s %s", type, body)
        .isThrownBy(() -> check(type, body))
        .withMessageContaining(field);
  }
}
