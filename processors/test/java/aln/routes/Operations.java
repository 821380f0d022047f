package aln.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The operations that the files of {@code openapi/} declare. */
final class Operations {

  /**
   * @param specification the file that declares it, {@code openapi/uploads.yaml}
   * @param call {@code POST /api/uploads/initiate}
   */
  record Operation(String id, String specification, String call) {}

  private Operations() {}

  static List<Operation> in(Flows flows) {
    return Yaml.files(flows.root().resolve("openapi"), ".yaml").stream()
        .filter(file -> !file.getParent().endsWith("messages"))
        .flatMap(Operations::of)
        .toList();
  }

  private static Stream<Operation> of(Path file) {
    JsonNode document = Yaml.read(file);
    String base = document.path("servers").path(0).path("url").asText();
    return document.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .filter(verb -> verb.getValue().has("operationId"))
                    .map(
                        verb ->
                            new Operation(
                                verb.getValue().path("operationId").asText(),
                                "openapi/" + file.getFileName(),
                                call(verb.getKey(), base + path.getKey()))));
  }

  private static String call(String verb, String path) {
    return verb.toUpperCase(Locale.ROOT) + " " + path.replaceFirst("/$", "");
  }
}
