package aln.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file of {@code openapi/} as it is written, with its references. */
record ContractFile(String name, JsonNode document) {

  static List<ContractFile> in(Path folder) {
    return Yaml.files(folder, ".yaml").stream()
        .filter(file -> !file.getParent().endsWith("messages"))
        .map(file -> new ContractFile(file.getFileName().toString(), Yaml.read(file)))
        .toList();
  }

  /**
   * @param path below the file's base
   * @param method in lower case
   */
  record Call(ContractFile file, String path, String method, JsonNode operation) {

    String id() {
      return operation.path("operationId").asText();
    }

    JsonNode answers() {
      return operation.path("responses");
    }

    JsonNode body() {
      return operation.path("requestBody").path("content").path("application/json");
    }

    boolean isOpen() {
      return operation.has("security") && operation.path("security").isEmpty();
    }

    boolean isForAdmins() {
      return operation.path("x-role").asText().equals("admin");
    }

    boolean takesKey() {
      return takes("Idempotency-Key");
    }

    boolean takes(String parameter) {
      return Yaml.stream(operation.path("parameters"))
          .map(file::resolve)
          .anyMatch(each -> each.path("name").asText().equals(parameter));
    }
  }

  List<Call> calls() {
    return document.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(verb -> new Call(this, path.getKey(), verb.getKey(), verb.getValue())))
        .toList();
  }

  JsonNode components(String kind) {
    return document.path("components").path(kind);
  }

  /** What a reference means, or the node itself. */
  JsonNode resolve(JsonNode node) {
    String reference = node.path("$ref").asText();
    if (reference.isEmpty()) {
      return node;
    }
    return resolve(document.at(reference.substring(1)));
  }

  /** Every component with its place, {@code schemas/Problem}. */
  Stream<Named> named() {
    return document.path("components").properties().stream()
        .flatMap(
            kind ->
                kind.getValue().properties().stream()
                    .map(
                        each ->
                            new Named(name, kind.getKey() + "/" + each.getKey(), each.getValue())));
  }

  record Named(String file, String place, JsonNode meaning) {}
}
