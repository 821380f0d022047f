package aln.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said over the broker, as {@code openapi/messages/asyncapi.yaml} declares it.
 *
 * @param schemas the event types that have a schema
 */
record Messages(JsonNode asyncApi, Set<String> schemas) {

  private static final String SCHEMA = ".v1.json";

  /** A flow takes in or announces events of a type. */
  record Talk(String flow, String type) {}

  static Messages in(Flows flows) {
    Path folder = flows.root().resolve("openapi/messages");
    return new Messages(
        Yaml.read(folder.resolve("asyncapi.yaml")),
        Yaml.files(folder, SCHEMA).stream()
            .map(file -> file.getFileName().toString().replace(SCHEMA, ""))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** What {@code config/topology.yaml} binds. */
  static List<Talk> bound(Flows flows) {
    return Yaml.read(flows.root().resolve("config/topology.yaml"))
        .at("/aln/messages/queues")
        .properties()
        .stream()
        .flatMap(
            queue ->
                Yaml.stream(queue.getValue()).map(type -> new Talk(queue.getKey(), type.asText())))
        .toList();
  }

  List<Talk> heard() {
    return operations("receive")
        .map(
            each -> new Talk(each.path("x-queue").asText().replaceFirst("^aln\\.", ""), type(each)))
        .toList();
  }

  List<Talk> announced() {
    return operations("send")
        .filter(each -> each.has("x-flow"))
        .map(each -> new Talk(each.path("x-flow").asText(), type(each)))
        .toList();
  }

  /** The types that come from elsewhere, such as the object store. */
  List<String> fromOutside() {
    return operations("send").filter(each -> each.has("x-outside")).map(this::type).toList();
  }

  private Stream<JsonNode> operations(String action) {
    return Yaml.stream(asyncApi.path("operations"))
        .filter(each -> each.path("action").asText().equals(action));
  }

  private String type(JsonNode operation) {
    String reference = operation.path("channel").path("$ref").asText();
    return asyncApi.at(reference.substring(1)).path("address").asText();
  }

  /** The types whose channel leads to the schema file of their name. */
  Set<String> listed() {
    return asyncApi.path("channels").properties().stream()
        .filter(channel -> payload(channel.getValue()).equals("./" + channel.getKey() + SCHEMA))
        .map(channel -> channel.getValue().path("address").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String payload(JsonNode channel) {
    String reference = channel.at("/messages/event/$ref").asText();
    return reference.isEmpty()
        ? ""
        : asyncApi.at(reference.substring(1)).at("/payload/$ref").asText();
  }
}
