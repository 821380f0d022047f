package aln.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules see what is wrong: each is shown a bad flow. */
class BadFlowsTest {

  @TempDir Path root;

  @Test
  void seesAFlowWithAnotherNameThanItsFile() throws IOException {
    write("jobs/read-job", flow("show-job", "direct:show-job", "- log: hello"));
    assertThat(LayoutRules.misnamed(flows()))
        .containsExactly("jobs/read-job holds the route show-job");
  }

  @Test
  void seesTwoFlowsInAFile() throws IOException {
    String one = flow("read-job", "direct:read-job", "- log: hello");
    write("jobs/read-job", one + one);
    assertThat(LayoutRules.crowded(flows())).hasSize(1);
    assertThat(LayoutRules.repeatedIds(flows())).singleElement().asString().startsWith("read-job ");
  }

  @Test
  void seesATemplateOutsideCommon() throws IOException {
    write("jobs/worker", WORKER);
    assertThat(LayoutRules.homeless(flows()))
        .containsExactly("jobs/worker belongs into routes/common");
  }

  @Test
  void seesADescriptionThatIsNoSentence() throws IOException {
    write(
        "jobs/read-job",
        flow("read-job", "direct:read-job", "- log: hello")
            .replace("Shows one job to its owner.", "read job"));
    assertThat(LayoutRules.undescribed(flows())).hasSize(1);
    assertThat(LayoutRules.uncommented(flows())).hasSize(1);
  }

  @Test
  void seesAFlowOfTooManyLines() throws IOException {
    write("jobs/read-job", flow("read-job", "direct:read-job", "- log: hello") + "\n".repeat(80));
    assertThat(LayoutRules.tooLong(flows())).hasSize(1);
  }

  @Test
  void seesCallsThatLeadNowhereOrAway() throws IOException {
    write(
        "jobs/read-job",
        flow("read-job", "timer:read-job", "- to: direct:lost", "- to: direct:publish"));
    write("content/publish", flow("publish", "direct:publish", "- log: hello"));
    write("content/forgotten", flow("forgotten", "direct:forgotten", "- log: hello"));
    assertThat(WiringRules.callsIntoNothing(flows()))
        .containsExactly("jobs/read-job calls direct:lost, which is no flow");
    assertThat(WiringRules.callsAcrossServices(flows()))
        .containsExactly("jobs/read-job calls content/publish; send an event instead");
    assertThat(WiringRules.neverCalled(flows()))
        .containsExactly("content/forgotten is never called");
    assertThat(WiringRules.swallowsFailures(flows()))
        .singleElement()
        .asString()
        .startsWith("content/publish ");
  }

  @Test
  void seesACallDeepInsideAFlow() throws IOException {
    write(
        "jobs/read-job",
        flow(
            "read-job",
            "timer:read-job",
            "- choice: { when: [{ simple: a, steps: [{ split: { simple: b, steps: [{ to: { uri: 'direct:lost' } }] } }] }] }"));
    assertThat(WiringRules.callsIntoNothing(flows())).hasSize(1);
  }

  @Test
  void seesWorkersWhoseFailuresGetLost() throws IOException {
    write("common/worker", WORKER);
    write(
        "processing/inspect",
        """
        - templatedRoute:
            routeTemplateRef: worker
            routeId: inspect-worker
            parameters: [{ name: kind, value: inspect }]
        """
            + flow("inspect", "direct:inspect", "- log: hello"));
    assertThat(WiringRules.workersWithoutErrorHandling(flows()))
        .containsExactly("processing/inspect-worker needs routeConfigurationId: worker-errors");
    assertThat(WiringRules.unknownConfigurations(flows()))
        .containsExactly("processing/inspect-worker names the unknown configuration workers");
    assertThat(WiringRules.forgetfulConsumers(flows())).hasSize(1);
    assertThat(WiringRules.swallowsFailures(flows())).hasSize(1);
    assertThat(SafetyRules.trustsIncomingHeaders(flows())).hasSize(1);
  }

  @Test
  void seesWhatAStrangerCouldSteer() throws IOException {
    write(
        "jobs/read-job",
        flow(
            "read-job",
            "timer:read-job",
            "- to: { uri: 'minio:drop', parameters: { objectName: '${header.name}' } }",
            "- toD: direct:somewhere",
            "- to: \"sql:select 1 from job where id = :#id\"",
            "- transacted: {}",
            "- to: seda:later"));
    assertThat(SafetyRules.interpolatedAddresses(flows())).hasSize(1);
    assertThat(SafetyRules.computedAddresses(flows())).hasSize(1);
    assertThat(SafetyRules.inlineSql(flows())).hasSize(1);
    assertThat(SafetyRules.transactedFlows(flows())).hasSize(1);
    assertThat(SafetyRules.forgetfulQueues(flows())).hasSize(1);
  }

  @Test
  void seesSqlThatHoldsTheMessage() throws IOException {
    Path folder = Files.createDirectories(root.resolve("config/sql/jobs"));
    Files.writeString(folder.resolve("bound.sql"), "select :#${body[id]}");
    Files.writeString(folder.resolve("spliced.sql"), "select '${body[id]}'");
    assertThat(SafetyRules.interpolatedSql(flows()))
        .containsExactly("jobs/spliced.sql has a ${…} that is no bound :#${…}");
  }

  @Test
  void seesAClockWhoseTicksOverlap() throws IOException {
    write("jobs/reap-tasks", flow("reap-tasks", "scheduler:reap-tasks", "- log: hello"));
    assertThat(WiringRules.overlappingClocks(flows())).hasSize(1);
  }

  @Test
  void seesParametersThatNobodyHasCounted() throws IOException {
    Path folder = Files.createDirectories(root.resolve("config/sql/jobs"));
    Files.writeString(folder.resolve("two.sql"), "select :#a, :#b");
    write(
        "jobs/read-job",
        flow(
            "read-job",
            "timer:read-job",
            "- to: { uri: 'sql:classpath:config/sql/jobs/two.sql', parameters: { parametersCount: 2 } }",
            "- to: { uri: 'sql:classpath:config/sql/jobs/two.sql', parameters: { parametersCount: 3 } }"));
    assertThat(SafetyRules.uncountedParameters(flows())).hasSize(1);
    Files.writeString(folder.resolve("two.sql"), "select :#a, :#b, :#c");
    assertThat(SafetyRules.uncountedParameters(flows())).hasSize(1);
    Files.writeString(folder.resolve("two.sql"), "select 1");
    assertThat(SafetyRules.uncountedParameters(flows())).hasSize(1);
  }

  @Test
  void seesAProgramThatRunsWithStrangeHeaders() throws IOException {
    String remove = "- removeHeaders: { pattern: 'CamelExec*' }";
    String set = "- setHeader: { name: CamelExecCommandArgs, simple: '${body}' }";
    String other = "- bean: { ref: stranger }";
    write("common/guarded", flow("guarded", "direct:a", remove, set, "- to: exec:ls"));
    write("common/late", flow("late", "direct:b", remove, other, "- to: exec:ls"));
    write("common/open", flow("open", "direct:c", set, "- to: exec:ls"));
    assertThat(SafetyRules.unguardedPrograms(flows()))
        .extracting(offender -> offender.split(" ")[0])
        .containsExactly("common/late", "common/open");
  }

  @Test
  void seesOperationsAndFlowsThatDoNotMeet() throws IOException {
    Path openapi = Files.createDirectories(root.resolve("openapi"));
    Files.writeString(
        openapi.resolve("jobs.yaml"),
        """
        servers: [{ url: /jobs }]
        paths: { /: { get: { operationId: list-jobs }, post: { operationId: submit-job } } }
        """);
    write(
        "jobs/jobs-api", "- rest: { id: jobs-api, openApi: { specification: openapi/jobs.yaml } }");
    write("jobs/read-job", rest("read-job"));
    write("content/list-jobs", rest("list-jobs"));
    assertThat(ContractRules.looseDoors(flows())).hasSize(1);
    assertThat(ContractRules.operationsElsewhere(flows())).hasSize(2);
    assertThat(ContractRules.undeclared(flows()))
        .containsExactly("jobs/read-job is no operationId of openapi/");
    assertThat(ContractRules.notServedOnce(flows())).isEmpty();
  }

  @Test
  void seesFailuresThatNobodyAnswers() throws IOException {
    Path openapi = Files.createDirectories(root.resolve("openapi"));
    Files.writeString(
        openapi.resolve("jobs.yaml"), "paths: { /: { get: { operationId: list-jobs } } }");
    write("jobs/list-jobs", flow("list-jobs", "direct:list-jobs", "- log: hello"));
    write("playback/play", flow("play", "platform-http:/play", "- log: hello"));
    write(
        "jobs/tick",
        flow("tick", "scheduler:tick", "- log: hello")
            .replace("    from:", "    errorHandler: { noErrorHandler: {} }\n    from:"));
    assertThat(WiringRules.unansweredFailures(flows()))
        .containsExactly(
            "jobs/list-jobs needs routeConfigurationId: rest",
            "jobs/tick needs routeConfigurationId: clock-errors",
            "playback/play needs routeConfigurationId: plain");
    assertThat(WiringRules.leavesFailuresToNobody(flows())).hasSize(1);
  }

  @Test
  void seesFilesOfTheContractThatDisagree() throws IOException {
    Path openapi = Files.createDirectories(root.resolve("openapi"));
    String one = "components: { parameters: { Id: { name: id, in: path } } }";
    Files.writeString(openapi.resolve("jobs.yaml"), one);
    Files.writeString(openapi.resolve("assets.yaml"), one.replace("path", "query"));
    Files.writeString(
        openapi.resolve("videos.yaml"),
        "paths: { /: { get: { parameters: [{ $ref: '#/components/parameters/Lost' }] } } }");
    assertThat(ContractRules.unlikeComponents(flows(), List.of("/parameters/Id"))).hasSize(1);
    assertThat(ContractRules.brokenReferences(flows()))
        .containsExactly("videos.yaml refers to #/components/parameters/Lost");
  }

  @Test
  void seesOtherNamesOnTheWay() throws IOException {
    write("common/worker", WORKER);
    write(
        "processing/inspect",
        """
        - templatedRoute:
            routeTemplateRef: worker
            routeId: inspect-worker
            parameters: [{ name: kind, value: look }]
        """
            + flow(
                "inspect",
                "direct:look",
                "- choice: { when: [{ simple: a, steps: [{ choice: {} }] }] }"));
    assertThat(MessageRules.foreignQueues(flows()))
        .containsExactly("processing/inspect-worker takes from [aln.look] and hands to [look]");
    assertThat(WiringRules.otherAddresses(flows())).hasSize(1);
    assertThat(SafetyRules.nestedChoices(flows())).hasSize(1);
  }

  @Test
  void seesQueuesSchemasAndEventsThatDoNotMeet() throws IOException {
    Path messages = Files.createDirectories(root.resolve("openapi/messages"));
    Files.writeString(messages.resolve("task.forgotten.v1.json"), "{}");
    Files.writeString(
        messages.resolve("asyncapi.yaml"),
        """
        channels: { asset.lost: { address: asset.lost } }
        operations:
          say: { action: send, channel: { $ref: "#/channels/asset.lost" }, x-flow: nobody }
        """);
    Path config = Files.createDirectories(root.resolve("config"));
    Files.writeString(
        config.resolve("topology.yaml"),
        "aln: { messages: { queues: { open-job: [asset.uploaded] } } }");
    assertThat(MessageRules.unlikeQueues(flows()))
        .contains("aln.open-job is declared in config/topology.yaml but not consumed");
    assertThat(MessageRules.unlikeBindings(flows())).hasSize(1);
    assertThat(MessageRules.unlikeSchemas(flows()))
        .containsExactly(
            "task.forgotten is a file of openapi/messages but not listed in asyncapi.yaml");
    assertThat(MessageRules.unlikeTypes(flows()))
        .containsExactly("asset.lost is announced but not heard");
    assertThat(MessageRules.unknownSpeakers(flows())).hasSize(1);
  }

  private static final String WORKER =
      """
      - routeTemplate:
          id: worker
          description: Takes a task and does the work of its kind.
          parameters: [{ name: kind }]
          route:
            routeConfigurationId: workers
            from:
              uri: spring-rabbitmq:aln
              parameters: { queues: "aln.{{kind}}" }
              steps:
                - to: "direct:{{kind}}"
      """;

  private static String flow(String id, String from, String... steps) {
    String head =
        """
        - route:
            id: %s
            description: Shows one job to its owner.
            from:
              uri: "%s"
              steps:
        """
            .formatted(id, from);
    return head
        + List.of(steps).stream().map(step -> "        " + step + "\n").reduce("", String::concat);
  }

  private static String rest(String id) {
    return flow(id, "direct:" + id, "- log: hello")
        .replace("    from:", "    routeConfigurationId: rest\n    from:");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve("routes/" + path + FlowFile.ENDING);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Flows flows() {
    return Flows.in(root);
  }
}
