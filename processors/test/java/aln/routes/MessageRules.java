package aln.routes;

import aln.routes.Messages.Talk;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Routes, broker and AsyncAPI name the same queues, events and schemas. */
final class MessageRules {

  private static final String DEAD_LETTERS = "aln.dead-letters";
  private static final Pattern ANNOUNCED = Pattern.compile("\\.?announce\\(\\s*\"([a-z.-]+)\"");

  private MessageRules() {}

  /** Every queue has one consumer, and every consumer a queue. */
  static List<String> unlikeQueues(Flows flows) {
    return unlike(
        "consumed",
        flows.stream().flatMap(flow -> flow.queues().stream()).toList(),
        "declared in config/topology.yaml",
        Stream.concat(
                Messages.bound(flows).stream().map(talk -> "aln." + talk.flow()),
                Stream.of(DEAD_LETTERS))
            .toList());
  }

  /** The queue {@code aln.x} feeds the flow x. */
  static List<String> foreignQueues(Flows flows) {
    return flows.stream()
        .filter(flow -> flow.template().isPresent())
        .filter(
            flow ->
                !flow.queues().equals(List.of("aln." + flow.file().name()))
                    || !flow.calls().equals(List.of(flow.file().name())))
        .map(flow -> flow + " takes from " + flow.queues() + " and hands to " + flow.calls())
        .toList();
  }

  /** What the broker binds is what AsyncAPI says. */
  static List<String> unlikeBindings(Flows flows) {
    return unlike(
        "bound in config/topology.yaml", Messages.bound(flows),
        "received in asyncapi.yaml", Messages.in(flows).heard());
  }

  /** Every event type is listed with the schema of its name. */
  static List<String> unlikeSchemas(Flows flows) {
    Messages messages = Messages.in(flows);
    return unlike(
        "a file of openapi/messages", messages.schemas(),
        "listed in asyncapi.yaml", messages.listed());
  }

  /** An event that nobody hears can never be published: it stays in the outbox for ever. */
  static List<String> unlikeTypes(Flows flows) {
    Messages messages = Messages.in(flows);
    return unlike(
        "announced",
        Stream.concat(types(messages.announced()).stream(), messages.fromOutside().stream())
            .toList(),
        "heard",
        types(messages.heard()));
  }

  private static List<String> types(List<Talk> talks) {
    return talks.stream().map(Talk::type).distinct().toList();
  }

  /** Who announces is a flow, or the template of several. */
  static List<String> unknownSpeakers(Flows flows) {
    Set<String> known =
        flows.stream()
            .flatMap(flow -> Stream.concat(Stream.of(flow.id()), flow.template().stream()))
            .collect(Collectors.toSet());
    return Messages.in(flows).announced().stream()
        .filter(talk -> !known.contains(talk.flow()))
        .map(talk -> talk + ": there is no such flow")
        .toList();
  }

  /** What the beans announce by a constant is what AsyncAPI says; wake-ups are made in SQL. */
  static List<String> unlikeAnnouncements(Flows flows) {
    Set<String> written =
        Yaml.files(flows.root().resolve("processors/main/java"), ".java").stream()
            .flatMap(file -> ANNOUNCED.matcher(Yaml.text(file)).results())
            .map((MatchResult match) -> match.group(1))
            .collect(Collectors.toSet());
    return unlike(
        "announced in Java",
        written,
        "sent in asyncapi.yaml",
        types(Messages.in(flows).announced()).stream()
            .filter(type -> !isWakeUp(flows, type))
            .toList());
  }

  private static boolean isWakeUp(Flows flows, String type) {
    return flows.stream()
        .filter(flow -> flow.template().filter("worker"::equals).isPresent())
        .anyMatch(flow -> type.equals("task." + flow.file().name()));
  }

  /** What only one of two sides says. */
  private static List<String> unlike(
      String here, Collection<?> some, String there, Collection<?> others) {
    Set<String> left = texts(some);
    Set<String> right = texts(others);
    return Stream.concat(
            Sets.difference(left, right).stream()
                .map(each -> each + " is " + here + " but not " + there),
            Sets.difference(right, left).stream()
                .map(each -> each + " is " + there + " but not " + here))
        .toList();
  }

  private static Set<String> texts(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
  }
}
