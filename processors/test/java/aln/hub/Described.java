package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import aln.web.Contract;
import aln.web.ContractOperation;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** No answer of a hub in any test is one that its contract does not describe. */
final class Described {

  private static final String PROBLEM = "application/problem+json";
  private static final Contract CONTRACT = contract();
  private static final Map<OpenAPI, OpenApiInteractionValidator> VALIDATORS =
      new ConcurrentHashMap<>();

  private Described() {}

  /** Fails where the contract knows the operation and not this answer to it. */
  static void insist(String method, URI address, Answer answer) {
    boolean servedElsewhere = answer.status() == 404 && answer.text().contains("at this address");
    if (!servedElsewhere && !method.equals("HEAD")) {
      CONTRACT
          .find(method, address.getPath())
          .ifPresent(operation -> insist(operation, address, answer));
    }
  }

  private static void insist(ContractOperation operation, URI address, Answer answer) {
    String what = operation.id() + ": " + answer.request() + " answered " + answer.text();
    ApiResponses answers = operation.operation().getResponses();
    ApiResponse own = answers.get(String.valueOf(answer.status()));
    ApiResponse described = own == null ? answers.getDefault() : own;
    if (answer.header("Content-Type").startsWith(PROBLEM)) {
      MediaType content = described.getContent().get(PROBLEM);
      assertThat(content).as(what).isNotNull();
      assertThat(content.getExamples()).as(what).containsKey(answer.problem());
    } else {
      assertThat(own).as(what).isNotNull();
    }
    var response = SimpleResponse.Builder.status(answer.status());
    answer.headers().map().forEach((name, values) -> response.withHeader(name, values));
    if (!answer.text().isEmpty()) {
      response.withBody(answer.text());
    }
    var report =
        VALIDATORS
            .computeIfAbsent(
                operation.document(), each -> OpenApiInteractionValidator.createFor(each).build())
            .validateResponse(
                path(operation, address), Method.valueOf(operation.method()), response.build());
    assertThat(report.getMessages()).as(what).isEmpty();
  }

  /** As the validator knows it: a collection ends with a slash. */
  private static String path(ContractOperation operation, URI address) {
    String base = Contract.base(operation.document());
    return address.getPath().equals(base) ? base + "/" : address.getPath();
  }

  /** operationIds. */
  static Set<String> operations() {
    Set<String> ids = new TreeSet<>();
    CONTRACT.operations().forEach(each -> ids.add(each.id()));
    return ids;
  }

  /** What the contract shows of an operation's body; null where it takes none. */
  static Object example(ContractOperation operation) {
    return operation.takesBody()
        ? operation.operation().getRequestBody().getContent().get("application/json").getExample()
        : null;
  }

  static ContractOperation operation(String id) {
    return CONTRACT.operations().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Contract contract() {
    try {
      return new Contract();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
