package aln.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One can read the contract without trying it, and what one has learnt holds everywhere in it. */
final class ExampleRules {

  /** Made once by what it is: the account by its address, the round by there being only one. */
  private static final Set<String> OWN_KEY = Set.of("register");

  private ExampleRules() {}

  /** Bodies, sent and answered, that are not shown. */
  static List<String> unshown(List<ContractFile> files) {
    List<String> unshown = new ArrayList<>();
    for (ContractFile file : files) {
      for (ContractFile.Call call : file.calls()) {
        if (call.body().isObject() && !isShown(file, call.body())) {
          unshown.add(call.id() + " takes a body of which there is no example");
        }
        for (var answer : call.answers().properties()) {
          JsonNode content = file.resolve(answer.getValue()).path("content");
          if (Yaml.stream(content).anyMatch(each -> !isShown(file, each))) {
            unshown.add(call.id() + " " + answer.getKey() + " has no example");
          }
        }
      }
    }
    return unshown;
  }

  private static boolean isShown(ContractFile file, JsonNode content) {
    return content.has("example")
        || content.path("examples").size() > 0
            && Yaml.stream(content.path("examples"))
                .allMatch(each -> file.resolve(each).has("value"));
  }

  /** Operations without what a reader looks for first. */
  static List<String> bare(List<ContractFile> files) {
    List<String> bare = new ArrayList<>();
    for (ContractFile file : files) {
      for (ContractFile.Call call : file.calls()) {
        for (String needed : List.of("operationId", "tags", "summary")) {
          if (call.operation().path(needed).isEmpty()
              && call.operation().path(needed).asText().isEmpty()) {
            bare.add(file.name() + " " + call.method() + " " + call.path() + " has no " + needed);
          }
        }
        if (file.document().path("security").isEmpty()) {
          bare.add(file.name() + " does not say who may call");
        }
      }
    }
    return bare;
  }

  /** Names that mean one thing here and another there. */
  static List<String> ambiguous(List<ContractFile> files) {
    Map<String, Set<JsonNode>> meanings =
        files.stream()
            .flatMap(ContractFile::named)
            .collect(
                Collectors.groupingBy(
                    ContractFile.Named::place,
                    Collectors.mapping(ContractFile.Named::meaning, Collectors.toSet())));
    return meanings.entrySet().stream()
        .filter(each -> each.getValue().size() > 1)
        .map(each -> each.getKey() + " differs between the files of openapi/")
        .sorted()
        .toList();
  }

  /** Lists in pages are all read alike: cursor and limit in, items and nextCursor out. */
  static List<String> oddPages(List<ContractFile> files) {
    List<String> odd = new ArrayList<>();
    for (ContractFile file : files) {
      for (ContractFile.Call call : file.calls()) {
        JsonNode answer =
            file.resolve(
                file.resolve(call.answers().path("200")).at("/content/application~1json/schema"));
        boolean paged = call.takes("cursor") || call.takes("limit");
        boolean page =
            call.takes("cursor")
                && call.takes("limit")
                && answer.path("properties").has("items")
                && answer.at("/properties/nextCursor/type").asText().equals("string");
        if (call.method().equals("get") && paged != page) {
          odd.add(call.id() + " is no page like the others");
        }
      }
    }
    return odd;
  }

  /** What is made by a POST is made once, however often the request is sent. */
  static List<String> unrepeatable(List<ContractFile> files) {
    return files.stream()
        .flatMap(file -> file.calls().stream())
        .filter(call -> call.method().equals("post") && call.answers().has("201"))
        .filter(call -> !call.takesKey() && !OWN_KEY.contains(call.id()))
        .map(call -> call.id() + " creates and takes no Idempotency-Key")
        .toList();
  }
}
