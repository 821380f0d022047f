package aln.routes;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Nothing that a stranger sends decides where a message goes, what runs or what SQL says. */
final class SafetyRules {

  private static final Set<String> DYNAMIC =
      Set.of("toD", "recipientList", "routingSlip", "dynamicRouter");

  private SafetyRules() {}

  /** Addresses are fixed or configured; the message is no part of them. */
  static List<String> interpolatedAddresses(Flows flows) {
    return flows.stream()
        .filter(flow -> addresses(flow).anyMatch(text -> text.contains("${")))
        .map(flow -> flow + " has a ${…} in an address or its parameters")
        .toList();
  }

  private static Stream<String> addresses(Flow flow) {
    Stream<String> from =
        Stream.concat(Stream.of(flow.source()), Step.texts(flow.from().path("parameters")));
    return Stream.concat(
        from,
        flow.steps()
            .flatMap(
                step ->
                    Stream.concat(
                        Stream.of(step.uri()), Step.texts(step.body().path("parameters")))));
  }

  static List<String> computedAddresses(Flows flows) {
    return offenders(flows, step -> DYNAMIC.contains(step.name()), "computes where it sends to");
  }

  /** SQL lies in files; {@code ${…}} binds a parameter there and is never part of the text. */
  static List<String> interpolatedSql(Flows flows) {
    Path folder = flows.root().resolve("config/sql");
    return Yaml.files(folder, ".sql").stream()
        .filter(file -> Yaml.text(file).replace(":#${", "").contains("${"))
        .map(file -> folder.relativize(file) + " has a ${…} that is no bound :#${…}")
        .toList();
  }

  static List<String> inlineSql(Flows flows) {
    return offenders(
        flows,
        step ->
            step.uri().startsWith("sql:")
                && !step.uri().matches("sql:classpath:config/sql/[a-z/-]+\\.sql"),
        "needs its SQL in a file of config/sql");
  }

  /**
   * Uncounted, the driver asks the database for them before each run, as another way there and
   * back.
   */
  static List<String> uncountedParameters(Flows flows) {
    return offenders(
        flows,
        step -> step.uri().startsWith("sql:classpath:") && boundIn(flows, step) != counted(step),
        "needs parametersCount: the number of :# in its SQL");
  }

  private static int boundIn(Flows flows, Step step) {
    Path file = flows.root().resolve(step.uri().replaceFirst("sql:classpath:", ""));
    return Yaml.text(file).split(":#", -1).length - 1;
  }

  private static int counted(Step step) {
    return step.body().path("parameters").path("parametersCount").asInt();
  }

  /** Between taking strange {@code CamelExec*} headers away and running, only own ones are set. */
  static List<String> unguardedPrograms(Flows flows) {
    return flows.stream()
        .filter(flow -> flow.stepLists().stream().anyMatch(SafetyRules::runsUnguarded))
        .map(flow -> flow + " needs removeHeaders CamelExec* right before exec:")
        .toList();
  }

  private static boolean runsUnguarded(List<Step> steps) {
    boolean guarded = false;
    for (Step step : steps) {
      if (step.uri().startsWith("exec:") && !guarded) {
        return true;
      }
      guarded = removes(step, "CamelExec*") || (guarded && step.is("setHeader"));
    }
    return false;
  }

  /** A message's own {@code Camel*} headers would steer the components that it meets. */
  static List<String> trustsIncomingHeaders(Flows flows) {
    return flows.stream()
        .filter(flow -> Stream.of("spring-rabbitmq:", "minio:").anyMatch(flow.source()::startsWith))
        .filter(flow -> !removes(flow.stepLists().get(0).get(0), "Camel*"))
        .map(flow -> flow + " needs removeHeaders Camel* as its first step")
        .toList();
  }

  private static boolean removes(Step step, String pattern) {
    return step.is("removeHeaders") && step.body().path("pattern").asText().equals(pattern);
  }

  /** A transaction around a flow holds a connection all the while and hides failures. */
  static List<String> transactedFlows(Flows flows) {
    return offenders(
        flows, step -> step.is("transacted"), "is transacted; commit in a @Transactional bean");
  }

  /** A seda queue forgets what it holds when the process ends. */
  static List<String> forgetfulQueues(Flows flows) {
    return flows.stream()
        .filter(
            flow ->
                Stream.concat(Stream.of(flow.source()), flow.steps().map(Step::uri))
                    .anyMatch(uri -> uri.startsWith("seda:") || uri.startsWith("vm:")))
        .map(flow -> flow + " keeps messages in memory only")
        .toList();
  }

  /** A decision inside a decision is a program; it belongs in a bean. */
  static List<String> nestedChoices(Flows flows) {
    return offenders(
        flows,
        step ->
            step.is("choice")
                && Step.lists(step.body()).stream()
                    .flatMap(List::stream)
                    .anyMatch(inner -> inner.is("choice")),
        "has a choice in a choice");
  }

  private static List<String> offenders(Flows flows, Predicate<Step> wrong, String why) {
    return flows.stream()
        .filter(flow -> flow.steps().anyMatch(wrong))
        .map(flow -> flow + " " + why)
        .toList();
  }
}
