package aln.web;

import static org.assertj.core.api.Assertions.assertThat;

import aln.problems.Problem;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the contract shows as an example must fit it. */
class ExamplesTest {

  private final Contract contract = new Contract();
  private final RequestCheck check = new RequestCheck(contract);
  private final ObjectMapper json = new ObjectMapper();

  ExamplesTest() throws IOException {}

  @Test
  void everyBodyHasAnExampleThatFits() throws IOException {
    List<ContractOperation> withBody =
        contract.operations().stream().filter(ContractOperation::takesBody).toList();
    assertThat(withBody).isNotEmpty();
    for (ContractOperation operation : withBody) {
      MediaType content =
          operation.operation().getRequestBody().getContent().get("application/json");
      assertThat(content.getExample()).as(operation.id()).isNotNull();
      assertThat(check.mismatches(operation, request(operation, content.getExample())))
          .as(operation.id())
          .isEmpty();
    }
  }

  @Test
  void everyOperationCanAnswerWithAProblem() {
    for (ContractOperation operation : contract.operations()) {
      var answer = operation.operation().getResponses().getDefault();
      assertThat(answer).as(operation.id()).isNotNull();
      assertThat(answer.getContent()).as(operation.id()).containsKey("application/problem+json");
    }
  }

  @Test
  void problemsHaveTheShapeOfTheContract() {
    var shape = json.valueToTree(Problem.invalid("size", "is required").details());
    assertThat(shape.fieldNames())
        .toIterable()
        .isSubsetOf("type", "title", "status", "detail", "instance", "traceId", "errors");
    assertThat(shape.at("/type").asText()).isEqualTo("/problems/invalid-request");
    assertThat(shape.at("/title").asText()).isEqualTo("Invalid request");
  }

  private SimpleRequest request(ContractOperation operation, Object example) throws IOException {
    String path =
        operation
            .pattern()
            .getPatternString()
            .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    return new SimpleRequest.Builder(operation.method(), path, false)
        .withContentType("application/json")
        .withBody(json.writeValueAsString(example))
        .build();
  }
}
