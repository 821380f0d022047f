package aln.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A route as Camel runs it, its template filled in.
 *
 * @param template the template that it comes from, if any
 * @param body what stands below {@code route}
 */
record Flow(FlowFile file, String id, Optional<String> template, JsonNode body) {

  private static final String DIRECT = "direct:";

  String service() {
    return file.service();
  }

  String description() {
    return body.path("description").asText();
  }

  /** The {@code routeConfiguration} it names; empty for none. */
  String configuration() {
    return body.path("routeConfigurationId").asText();
  }

  boolean leavesErrorsToItsCaller() {
    return body.path("errorHandler").has("noErrorHandler");
  }

  JsonNode from() {
    return body.path("from");
  }

  /** Where it takes in, {@code direct:encode-video}. */
  String source() {
    return from().path("uri").asText();
  }

  boolean consumesQueues() {
    return source().startsWith("spring-rabbitmq:");
  }

  boolean isCalledByOthers() {
    return source().startsWith(DIRECT);
  }

  /** The queues that it listens to, {@code aln.encode-video}. */
  List<String> queues() {
    String names = from().path("parameters").path("queues").asText();
    return consumesQueues() ? List.of(names.split(",")) : List.of();
  }

  List<List<Step>> stepLists() {
    return Step.lists(from());
  }

  Stream<Step> steps() {
    return stepLists().stream().flatMap(List::stream);
  }

  /** The names of the flows that it calls by {@code direct:}. */
  List<String> calls() {
    return steps()
        .map(Step::uri)
        .filter(uri -> uri.startsWith(DIRECT))
        .map(Flow::name)
        .distinct()
        .toList();
  }

  /** {@code encode-video} for {@code direct:encode-video?block=false}. */
  static String name(String direct) {
    return direct.substring(DIRECT.length()).replaceFirst("\\?.*", "");
  }

  @Override
  public String toString() {
    return file.service() + "/" + id;
  }
}
