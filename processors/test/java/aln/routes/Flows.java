package aln.routes;

import aln.routes.FlowFile.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything in {@code routes/} of a repository.
 *
 * @param root of the repository, whose {@code openapi/} and {@code config/} the rules also read
 * @param all routes, those of templates with their parameters filled in
 */
record Flows(Path root, List<FlowFile> files, List<Flow> all) {

  /** Those of this repository; tests run at its root. */
  static final Flows SHIPPED = in(Path.of(""));

  static Flows in(Path root) {
    List<FlowFile> files =
        Yaml.files(root.resolve("routes"), FlowFile.ENDING).stream().map(FlowFile::of).toList();
    Map<String, Entry> templates =
        entries(files, "routeTemplate").collect(Collectors.toMap(Entry::id, Function.identity()));
    List<Flow> all = files.stream().flatMap(file -> flows(file, templates)).toList();
    return new Flows(root, files, all);
  }

  private static Stream<Flow> flows(FlowFile file, Map<String, Entry> templates) {
    Stream<Flow> filled =
        file.entries("templatedRoute").map(entry -> filled(file, entry, templates));
    Stream<Flow> plain =
        file.entries("route")
            .map(entry -> new Flow(file, entry.id(), Optional.empty(), entry.body()));
    return Stream.concat(filled, plain);
  }

  private static Flow filled(FlowFile file, Entry entry, Map<String, Entry> templates) {
    String name = entry.body().path("routeTemplateRef").asText();
    Entry template = templates.get(name);
    if (template == null) {
      throw new NoSuchElementException(file.path() + " names the template " + name);
    }
    String text = template.body().path("route").toString();
    for (JsonNode parameter : entry.body().path("parameters")) {
      String placeholder = "{{" + parameter.path("name").asText() + "}}";
      text = text.replace(placeholder, parameter.path("value").asText());
    }
    return new Flow(file, entry.id(), Optional.of(name), Yaml.parse(text));
  }

  private static Stream<Entry> entries(List<FlowFile> files, String kind) {
    return files.stream().flatMap(file -> file.entries(kind));
  }

  Stream<Entry> entries(String kind) {
    return entries(files, kind);
  }

  Stream<Flow> stream() {
    return all.stream();
  }

  /** Who is reached by {@code direct:name}. */
  Optional<Flow> reachedBy(String name) {
    return stream()
        .filter(Flow::isCalledByOthers)
        .filter(flow -> Flow.name(flow.source()).equals(name))
        .findFirst();
  }

  /** The folders that are services, by name. */
  List<String> services() {
    return files.stream()
        .filter(file -> !file.isCommon())
        .map(FlowFile::service)
        .distinct()
        .toList();
  }
}
