package aln.routes;

import aln.routes.FlowFile.Entry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flows reach each other, stay inside their service, and no failure falls between them. */
final class WiringRules {

  private WiringRules() {}

  /** Every {@code direct:} that is called exists. */
  static List<String> callsIntoNothing(Flows flows) {
    return flows.stream()
        .flatMap(
            flow ->
                flow.calls().stream()
                    .filter(name -> flows.reachedBy(name).isEmpty())
                    .map(name -> flow + " calls direct:" + name + ", which is no flow"))
        .toList();
  }

  /** Every flow that waits for a call is called, by a flow or as an operation of the contract. */
  static List<String> neverCalled(Flows flows) {
    Set<String> called =
        Stream.concat(
                flows.stream().flatMap(flow -> flow.calls().stream()),
                Operations.in(flows).stream().map(Operations.Operation::id))
            .collect(Collectors.toSet());
    return flows.stream()
        .filter(Flow::isCalledByOthers)
        .filter(flow -> !called.contains(Flow.name(flow.source())))
        .map(flow -> flow + " is never called")
        .toList();
  }

  /** A call stays in its service's folder or goes to routes/common, so that services run alone. */
  static List<String> callsAcrossServices(Flows flows) {
    return flows.stream()
        .flatMap(
            flow ->
                flow.calls().stream()
                    .flatMap(name -> flows.reachedBy(name).stream())
                    .filter(other -> !other.file().isCommon())
                    .filter(other -> !other.service().equals(flow.service()))
                    .map(other -> flow + " calls " + other + "; send an event instead"))
        .toList();
  }

  /** {@code direct:x} is the address of the flow x. */
  static List<String> otherAddresses(Flows flows) {
    return flows.stream()
        .filter(Flow::isCalledByOthers)
        .filter(flow -> !flow.source().equals("direct:" + flow.id()))
        .map(flow -> flow + " is reached by " + flow.source() + " instead of its own name")
        .toList();
  }

  /**
   * A sub-flow leaves its failures to its caller, or the worker's error handling never sees them.
   */
  static List<String> swallowsFailures(Flows flows) {
    return flows.stream()
        .flatMap(flow -> flow.calls().stream())
        .distinct()
        .flatMap(name -> flows.reachedBy(name).stream())
        .filter(flow -> !flow.leavesErrorsToItsCaller() || !flow.configuration().isEmpty())
        .map(
            flow -> flow + " is called by a flow, so it needs errorHandler: { noErrorHandler: {} }")
        .toList();
  }

  /** Whoever has no caller must not leave its failures to one. */
  static List<String> leavesFailuresToNobody(Flows flows) {
    return flows.stream()
        .filter(Flow::leavesErrorsToItsCaller)
        .filter(flow -> !flow.isCalledByOthers())
        .map(flow -> flow + " has no caller that would handle its failures")
        .toList();
  }

  /** Camel ignores a configuration that does not exist in silence. */
  static List<String> unknownConfigurations(Flows flows) {
    Set<String> known =
        flows.entries("routeConfiguration").map(Entry::id).collect(Collectors.toSet());
    return flows.stream()
        .filter(flow -> !flow.configuration().isEmpty() && !known.contains(flow.configuration()))
        .map(flow -> flow + " names the unknown configuration " + flow.configuration())
        .toList();
  }

  /** A worker or subscriber handles its failures by the configuration of its template. */
  static List<String> workersWithoutErrorHandling(Flows flows) {
    return flows.stream()
        .filter(flow -> flow.template().isPresent())
        .filter(flow -> !flow.configuration().equals(flow.template().get() + "-errors"))
        .map(flow -> flow + " needs routeConfigurationId: " + flow.template().get() + "-errors")
        .toList();
  }

  /**
   * What comes by HTTP is answered in problem details, by the contract or beside it; what the clock
   * begins says its outage in one line.
   */
  static List<String> unansweredFailures(Flows flows) {
    Set<String> operations =
        Operations.in(flows).stream().map(Operations.Operation::id).collect(Collectors.toSet());
    return flows.stream()
        .filter(flow -> !flow.configuration().equals(wanted(flow, operations)))
        .map(flow -> flow + " needs routeConfigurationId: " + wanted(flow, operations))
        .toList();
  }

  private static String wanted(Flow flow, Set<String> operations) {
    if (operations.contains(flow.id())) {
      return "rest";
    }
    if (flow.source().startsWith("scheduler:")) {
      return "clock-errors";
    }
    return flow.source().startsWith("platform-http:") ? "plain" : flow.configuration();
  }

  /** Without it the next tick begins as soon as a step goes on in another thread. */
  static List<String> overlappingClocks(Flows flows) {
    return flows.stream()
        .filter(flow -> flow.source().startsWith("scheduler:"))
        .filter(flow -> !flow.from().path("parameters").path("synchronous").asBoolean())
        .map(flow -> flow + " needs synchronous: true, or its ticks overlap")
        .toList();
  }

  /** A consumer keeps its message while the database is away, and declares nothing by itself. */
  static List<String> forgetfulConsumers(Flows flows) {
    return flows.stream()
        .filter(Flow::consumesQueues)
        .filter(
            flow -> {
              var options = flow.from().path("parameters");
              return !options.path("retry").asText().equals("#workerRetry")
                  || !options.path("autoDeclare").asText().equals("false")
                  || !options.path("disableReplyTo").asText().equals("true")
                  || !options.has("prefetchCount");
            })
        .map(
            flow ->
                flow
                    + " needs retry: #workerRetry, autoDeclare: false, disableReplyTo: true and a"
                    + " prefetchCount")
        .toList();
  }
}
