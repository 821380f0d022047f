package aln.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One step of a flow.
 *
 * @param name {@code to}, {@code bean}, {@code setHeader}…
 */
record Step(String name, JsonNode body) {

  /** The direct children of every {@code steps} list in a tree, as one list each. */
  static List<List<Step>> lists(JsonNode tree) {
    List<List<Step>> lists = new ArrayList<>();
    tree.findParents("steps").forEach(parent -> addLists(parent, lists));
    return lists;
  }

  private static void addLists(JsonNode parent, List<List<Step>> lists) {
    List<Step> steps =
        Yaml.stream(parent.path("steps"))
            .flatMap(each -> each.properties().stream())
            .map(each -> new Step(each.getKey(), each.getValue()))
            .toList();
    lists.add(steps);
    steps.forEach(step -> lists.addAll(lists(step.body())));
  }

  /** Where it sends to, {@code direct:run-ffmpeg}; empty for other steps. */
  String uri() {
    return body.isTextual() && name.startsWith("to") ? body.asText() : body.path("uri").asText();
  }

  boolean is(String other) {
    return name.equals(other);
  }

  /** Every text in it, sub-steps included. */
  Stream<String> texts() {
    return texts(body);
  }

  static Stream<String> texts(JsonNode node) {
    return node.isTextual() ? Stream.of(node.asText()) : Yaml.stream(node).flatMap(Step::texts);
  }
}
