package aln.routes;

import aln.routes.FlowFile.Entry;
import aln.routes.Operations.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract and the flows say the same. */
final class ContractRules {

  private ContractRules() {}

  /** Every file of openapi/ is served by exactly one service, under its own name. */
  static List<String> notServedOnce(Flows flows) {
    Map<String, List<String>> servers = servers(flows);
    return Operations.in(flows).stream()
        .map(Operation::specification)
        .distinct()
        .filter(file -> servers.getOrDefault(file, List.of()).size() != 1)
        .map(file -> file + " is served by " + servers.getOrDefault(file, List.of()))
        .toList();
  }

  /** A file {@code x-api} serves {@code openapi/x.yaml} and does not start with a flow missing. */
  static List<String> looseDoors(Flows flows) {
    return flows.files().stream()
        .flatMap(file -> file.entries("rest").filter(entry -> !isTight(file, entry)))
        .map(
            entry -> entry.id() + " needs the specification of its name and missingOperation: fail")
        .toList();
  }

  private static boolean isTight(FlowFile file, Entry rest) {
    JsonNode door = rest.body().path("openApi");
    return door.path("missingOperation").asText().equals("fail")
        && door.path("specification")
            .asText()
            .equals("openapi/" + file.name().replaceFirst("-api$", "") + ".yaml");
  }

  /** Every operation is a flow in the folder of the service that serves its file. */
  static List<String> operationsElsewhere(Flows flows) {
    Map<String, List<String>> servers = servers(flows);
    return Operations.in(flows).stream()
        .filter(
            operation ->
                flows
                    .reachedBy(operation.id())
                    .filter(
                        flow ->
                            servers
                                .getOrDefault(operation.specification(), List.of())
                                .contains(flow.service()))
                    .isEmpty())
        .map(
            operation ->
                operation.id() + " of " + operation.specification() + " has no flow in its service")
        .toList();
  }

  /** Every flow with a REST answer is an operation. */
  static List<String> undeclared(Flows flows) {
    List<String> declared = Operations.in(flows).stream().map(Operation::id).toList();
    return flows.stream()
        .filter(flow -> flow.configuration().equals("rest"))
        .filter(flow -> !declared.contains(flow.id()))
        .map(flow -> flow + " is no operationId of openapi/")
        .toList();
  }

  /** What several files need they hold alike, as a reader of one file knows them all. */
  static List<String> unlikeComponents(Flows flows, List<String> shared) {
    return shared.stream()
        .filter(path -> components(flows, path).distinct().count() != 1)
        .map(path -> "components" + path + " differs between the files of openapi/, or is in none")
        .toList();
  }

  private static Stream<JsonNode> components(Flows flows, String path) {
    return Yaml.files(flows.root().resolve("openapi"), ".yaml").stream()
        .filter(file -> !file.getParent().endsWith("messages"))
        .map(file -> Yaml.read(file).at("/components" + path))
        .filter(component -> !component.isMissingNode());
  }

  /** Every schema and parameter that is referred to exists. */
  static List<String> brokenReferences(Flows flows) {
    List<String> broken = new ArrayList<>();
    Yaml.files(flows.root().resolve("openapi"), ".yaml").stream()
        .filter(file -> !file.getParent().endsWith("messages"))
        .forEach(
            file -> {
              JsonNode document = Yaml.read(file);
              document.findValuesAsText("$ref").stream()
                  .filter(ref -> document.at(ref.substring(1)).isMissingNode())
                  .forEach(ref -> broken.add(file.getFileName() + " refers to " + ref));
            });
    return broken;
  }

  private static Map<String, List<String>> servers(Flows flows) {
    return flows.files().stream()
        .flatMap(
            file ->
                file.entries("rest")
                    .map(
                        entry ->
                            Map.entry(
                                entry.body().path("openApi").path("specification").asText(),
                                file.service())))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                TreeMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
