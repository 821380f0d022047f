package aln.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of {@code routes/}.
 *
 * @param service its folder
 * @param name without {@code .camel.yaml}
 * @param entries what it holds, in its order
 */
record FlowFile(String service, String name, String text, List<Entry> entries) {

  static final String ENDING = ".camel.yaml";

  /**
   * @param kind {@code route}, {@code rest}, {@code routeTemplate}, {@code templatedRoute} or
   *     {@code routeConfiguration}
   */
  record Entry(String kind, JsonNode body) {

    String id() {
      return body.path(kind.equals("templatedRoute") ? "routeId" : "id").asText();
    }
  }

  static FlowFile of(Path file) {
    String text = Yaml.text(file);
    List<Entry> entries =
        Yaml.stream(Yaml.parse(text))
            .flatMap(each -> each.properties().stream())
            .map(each -> new Entry(each.getKey(), each.getValue()))
            .toList();
    String name = file.getFileName().toString().replace(ENDING, "");
    return new FlowFile(file.getParent().getFileName().toString(), name, text, entries);
  }

  Stream<Entry> entries(String kind) {
    return entries.stream().filter(each -> each.kind().equals(kind));
  }

  boolean isCommon() {
    return service.equals("common");
  }

  String path() {
    return service + "/" + name;
  }
}
