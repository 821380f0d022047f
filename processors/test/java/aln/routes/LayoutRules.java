package aln.routes;

import aln.routes.FlowFile.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One flow a file, named after it, told in words, small enough for one look. */
final class LayoutRules {

  static final int LONGEST = 80;

  private static final Pattern SENTENCE =
      Pattern.compile("\\p{Lu}.+ .+ .+[^.,;:\\s]\\.", Pattern.DOTALL);
  private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final Set<String> SHARED = Set.of("routeTemplate", "routeConfiguration");

  private LayoutRules() {}

  /** The file name is the id of what it holds. */
  static List<String> misnamed(Flows flows) {
    return flows.files().stream()
        .flatMap(
            file ->
                file.entries().stream()
                    .filter(entry -> !isNamedAfter(file.name(), entry))
                    .map(entry -> file.path() + " holds the " + entry.kind() + " " + entry.id()))
        .toList();
  }

  private static boolean isNamedAfter(String file, Entry entry) {
    Set<String> names =
        switch (entry.kind()) {
          case "templatedRoute" -> Set.of(file + "-worker", file + "-subscriber");
          case "rest" -> file.endsWith("-api") ? Set.of(file) : Set.<String>of();
          case "routeConfiguration" -> Set.of(file, file.replaceFirst("-errors$", ""));
          default -> Set.of(file);
        };
    return names.contains(entry.id()) && KEBAB.matcher(file).matches();
  }

  /** A flow and the worker or subscriber that feeds it; nothing else beside it. */
  static List<String> crowded(Flows flows) {
    return flows.files().stream()
        .filter(LayoutRules::isCrowded)
        .map(file -> file.path() + " holds more than one flow; give each its own file")
        .toList();
  }

  private static boolean isCrowded(FlowFile file) {
    long fed = file.entries("templatedRoute").count();
    return fed > 1 || file.entries().size() != 1 + (file.entries("route").count() == 1 ? fed : 0);
  }

  /** Templates and error handling are everybody's, so they lie in routes/common. */
  static List<String> homeless(Flows flows) {
    return flows.files().stream()
        .filter(file -> !file.isCommon())
        .filter(file -> file.entries().stream().anyMatch(entry -> SHARED.contains(entry.kind())))
        .map(file -> file.path() + " belongs into routes/common")
        .toList();
  }

  /** Says in a sentence why it is there. */
  static List<String> undescribed(Flows flows) {
    Stream<Entry> told = Stream.concat(flows.entries("route"), flows.entries("routeTemplate"));
    return told.filter(
            entry -> !SENTENCE.matcher(entry.body().path("description").asText()).matches())
        .map(entry -> entry.id() + " needs a description that is a sentence")
        .toList();
  }

  /** Begins with a comment that tells a newcomer what happens here. */
  static List<String> uncommented(Flows flows) {
    return flows.files().stream()
        .filter(file -> !file.text().startsWith("# "))
        .map(file -> file.path() + " needs a comment on top")
        .toList();
  }

  static List<String> tooLong(Flows flows) {
    return flows.files().stream()
        .filter(file -> file.text().lines().count() > LONGEST)
        .map(file -> file.path() + " has more than %d lines".formatted(LONGEST))
        .toList();
  }

  /** Ids are unique in the whole hub, so that all services can run in one process. */
  static List<String> repeatedIds(Flows flows) {
    Set<String> seen = new HashSet<>();
    return Stream.concat(
            flows.stream().flatMap(flow -> Stream.concat(Stream.of(flow.id()), ids(flow.from()))),
            flows.entries("routeConfiguration").flatMap(entry -> ids(entry.body())))
        .filter(id -> !seen.add(id))
        .map(id -> id + " names two things; begin it with its flow's id")
        .toList();
  }

  private static Stream<String> ids(JsonNode tree) {
    return tree.findValues("id").stream().map(JsonNode::asText);
  }
}
