package aln.routes;

import aln.Services;
import aln.routes.Messages.Talk;
import aln.routes.Operations.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A picture of all flows in Mermaid: a box for each service, arrows for events and calls. */
final class RouteMap {

  private final Flows flows;
  private final Messages messages;

  RouteMap(Flows flows) {
    this.flows = flows;
    this.messages = Messages.in(flows);
  }

  /** Flows that only answer a request share a node; each of the others has its own. */
  String text() {
    List<String> lines = new ArrayList<>(List.of("```mermaid", "flowchart LR"));
    Set<String> arrows = arrows();
    for (String service : Services.KNOWN) {
      if (flows.services().contains(service)) {
        lines.addAll(box(service, arrows));
      }
    }
    lines.addAll(arrows);
    lines.add("```");
    return String.join("\n", lines);
  }

  private List<String> box(String service, Set<String> arrows) {
    List<String> lines = new ArrayList<>(List.of("  subgraph " + service));
    List<String> quiet = new ArrayList<>();
    for (Flow flow : own(service)) {
      String node = node(flow.id());
      if (isStartedByClock(flow)
          || arrows.stream().anyMatch(arrow -> List.of(arrow.split("[ &]+")).contains(node))) {
        lines.add("    %s%s".formatted(node, shape(flow)));
      } else {
        quiet.add(flow.id());
      }
    }
    if (!quiet.isEmpty()) {
      lines.add("    %s_more[\"%s\"]".formatted(service, String.join("<br/>", quiet)));
    }
    lines.add("  end");
    return lines;
  }

  /** Flows without those that only feed them, which stand in the same file. */
  private List<Flow> own(String service) {
    return flows.stream()
        .filter(flow -> flow.service().equals(service) && flow.template().isEmpty())
        .toList();
  }

  private static boolean isStartedByClock(Flow flow) {
    return flow.source().startsWith("scheduler:");
  }

  /** Rounded where a clock starts it, doubled where a queue does. */
  private String shape(Flow flow) {
    if (isStartedByClock(flow)) {
      return "([%s])".formatted(flow.id());
    }
    boolean fed = messages.heard().stream().anyMatch(talk -> talk.flow().equals(flow.id()));
    return (fed || flow.consumesQueues() ? "[[%s]]" : "[%s]").formatted(flow.id());
  }

  private Set<String> arrows() {
    return Stream.of(events(), calls(), deadLetters())
        .flatMap(stream -> stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Stream<String> events() {
    return flows.stream()
        .flatMap(
            listener ->
                speakers().stream()
                    .filter(speaker -> !said(speaker, listener).isEmpty())
                    .map(
                        speaker ->
                            "  %s -- \"%s\" --> %s"
                                .formatted(
                                    place(speaker),
                                    String.join("<br/>", said(speaker, listener)),
                                    node(listener.id()))));
  }

  private Set<String> speakers() {
    return messages.announced().stream()
        .map(Talk::flow)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> said(String speaker, Flow listener) {
    return messages.announced().stream()
        .filter(talk -> talk.flow().equals(speaker))
        .map(Talk::type)
        .filter(type -> messages.heard().contains(new Talk(listener.id(), type)))
        .toList();
  }

  /** The workers of a template speak as the service they are in. */
  private String place(String speaker) {
    return flows.stream()
        .filter(flow -> flow.template().filter(speaker::equals).isPresent())
        .findFirst()
        .map(Flow::service)
        .orElse(node(speaker));
  }

  private Stream<String> calls() {
    return flows.stream()
        .filter(flow -> flow.template().isEmpty())
        .flatMap(
            flow ->
                flow.calls().stream()
                    .filter(name -> !flows.reachedBy(name).orElseThrow().file().isCommon())
                    .map(name -> "  %s --> %s".formatted(node(flow.id()), node(name))));
  }

  /** Whatever a worker or subscriber gives up; an arrow from a box into itself cannot be drawn. */
  private Stream<String> deadLetters() {
    return flows.stream()
        .filter(flow -> flow.queues().contains("aln.dead-letters"))
        .flatMap(
            keeper ->
                flows.stream()
                    .filter(flow -> flow.template().isPresent())
                    .map(Flow::service)
                    .filter(service -> !service.equals(keeper.service()))
                    .distinct()
                    .map(
                        service ->
                            "  %s -. given up .-> %s".formatted(service, node(keeper.id()))));
  }

  private static String node(String id) {
    return id.replace('-', '_');
  }

  /** One table a service: what each flow begins with, why it is there, → what it announces. */
  String tables() {
    return Stream.concat(Services.KNOWN.stream(), Stream.of("common"))
        .filter(service -> !own(service).isEmpty())
        .map(this::table)
        .collect(Collectors.joining("\n\n"));
  }

  private String table(String service) {
    return own(service).stream()
        .map(
            flow ->
                "| [%s](%s/%s.camel.yaml) | %s | %s%s |"
                    .formatted(
                        flow.id(),
                        service,
                        flow.file().name(),
                        start(flow),
                        flow.description(),
                        announced(flow)))
        .collect(
            Collectors.joining(
                "\n",
                "### %s\n\n| flow | begins with | why |\n|---|---|---|\n".formatted(service),
                ""));
  }

  private String start(Flow flow) {
    if (isStartedByClock(flow)) {
      return "every `" + flow.from().path("parameters").path("delay").asText() + "` ms";
    }
    Stream<String> starts =
        Stream.of(
                Operations.in(flows).stream()
                    .filter(operation -> operation.id().equals(flow.id()))
                    .map(Operation::call),
                flow.source().startsWith("platform-http:")
                    ? Stream.of("GET " + flow.source().replace("platform-http:", ""))
                    : Stream.<String>empty(),
                flow.queues().stream(),
                messages.heard().stream()
                    .filter(talk -> talk.flow().equals(flow.id()))
                    .map(Talk::type))
            .flatMap(each -> each)
            .map(each -> "`" + each + "`");
    String text = starts.collect(Collectors.joining(", "));
    return text.isEmpty() ? "a call by " + String.join(", ", callers(flow)) : text;
  }

  private List<String> callers(Flow flow) {
    return flows.stream().filter(other -> other.calls().contains(flow.id())).map(Flow::id).toList();
  }

  private String announced(Flow flow) {
    Set<String> names =
        flows.stream()
            .filter(other -> other.file().equals(flow.file()))
            .flatMap(other -> Stream.concat(Stream.of(other.id()), other.template().stream()))
            .collect(Collectors.toSet());
    return messages.announced().stream()
        .filter(talk -> names.contains(talk.flow()))
        .map(talk -> " → `" + talk.type() + "`")
        .collect(Collectors.joining());
  }
}
