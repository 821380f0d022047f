package aln.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule about the contract speaks up. */
class BadContractTest {

  private static final String GOOD =
      """
      security: [{ bearer: [] }]
      paths:
        /{id}:
          post:
            operationId: make-it
            tags: [Things]
            summary: Make it.
            parameters:
              - { $ref: "#/components/parameters/IdempotencyKey" }
            requestBody: { content: { application/json: { example: { name: a } } } }
            responses:
              "201": { content: { application/json: { examples: { It: { $ref: "#/components/examples/It" } } } } }
              "400": { $ref: "#/components/responses/Odd" }
              "401": { $ref: "#/components/responses/Odd" }
              "404": { $ref: "#/components/responses/Odd" }
              "409": { $ref: "#/components/responses/Odd" }
              "413": { $ref: "#/components/responses/Odd" }
              "415": { $ref: "#/components/responses/Odd" }
              "422": { $ref: "#/components/responses/Odd" }
              "429": { $ref: "#/components/responses/Odd" }
              default: { $ref: "#/components/responses/Busy" }
        /:
          get:
            operationId: list-them
            tags: [Things]
            summary: List them.
            parameters: [{ name: cursor }, { name: limit }]
            responses:
              "200": { content: { application/json: { example: {}, schema: { properties: { items: {}, nextCursor: { type: string } } } } } }
      components:
        parameters: { IdempotencyKey: { name: Idempotency-Key } }
        responses:
          Odd: { description: Odd. }
          Busy: { content: { application/problem+json: { examples: { too-busy: { $ref: "#/components/examples/too-busy" } } } } }
        examples:
          It: { value: { id: a } }
          too-busy: { value: { type: /problems/too-busy, title: Too busy, status: 503, detail: Wait. } }
      """;

  @TempDir Path folder;

  @Test
  void findsNothingWrongWithAGoodOne() throws IOException {
    List<ContractFile> good = contract(GOOD);
    assertThat(ExampleRules.bare(good)).isEmpty();
    assertThat(ExampleRules.unshown(good)).isEmpty();
    assertThat(ExampleRules.oddPages(good)).isEmpty();
    assertThat(ExampleRules.unrepeatable(good)).isEmpty();
    assertThat(ProblemRules.misnamed(good)).isEmpty();
    assertThat(ProblemRules.unnamedRefusals(good)).noneMatch(each -> each.startsWith("make-it"));
  }

  @Test
  void seesWhatAReaderLooksForInVain() throws IOException {
    assertThat(ExampleRules.bare(without("      summary: Make it.\n")))
        .containsExactly("things.yaml post /{id} has no summary");
    assertThat(ExampleRules.bare(without("      tags: [Things]\n"))).hasSize(2);
    assertThat(ExampleRules.bare(without("security: [{ bearer: [] }]\n"))).isNotEmpty();
  }

  @Test
  void seesBodiesThatAreNotShown() throws IOException {
    assertThat(ExampleRules.unshown(contract(GOOD.replace("example: { name: a }", "schema: {}"))))
        .containsExactly("make-it takes a body of which there is no example");
    assertThat(ExampleRules.unshown(without("    It: { value: { id: a } }\n")))
        .containsExactly("make-it 201 has no example");
  }

  @Test
  void seesANameWithTwoMeanings() throws IOException {
    Files.writeString(folder.resolve("others.yaml"), GOOD.replace("Odd.", "Very odd."));
    assertThat(ExampleRules.ambiguous(contract(GOOD)))
        .containsExactly("responses/Odd differs between the files of openapi/");
  }

  @Test
  void seesPagesThatAreReadOtherwise() throws IOException {
    for (String word : List.of("nextCursor", "name: limit", "items")) {
      assertThat(ExampleRules.oddPages(contract(GOOD.replace(word, word + "s"))))
          .containsExactly("list-them is no page like the others");
    }
  }

  @Test
  void seesWhatCannotBeRepeated() throws IOException {
    assertThat(ExampleRules.unrepeatable(contract(GOOD.replace("name: Idem", "name: Idiom"))))
        .containsExactly("make-it creates and takes no Idempotency-Key");
  }

  @Test
  void seesRefusalsThatAreNotNamed() throws IOException {
    for (int status : new int[] {400, 401, 404, 409, 413, 415, 422, 429}) {
      String line = "        \"%d\": { $ref: \"#/components/responses/Odd\" }\n".formatted(status);
      assertThat(ProblemRules.unnamedRefusals(without(line)))
          .contains("make-it can answer " + status + " and does not say so");
    }
    assertThat(
            ProblemRules.unnamedRefusals(
                contract(
                    GOOD.replace(
                        "operationId: make-it", "operationId: make-it\n      x-role: admin"))))
        .contains("make-it can answer 403 and does not say so");
  }

  @Test
  void seesProblemsUnderAnotherName() throws IOException {
    for (String wrong : List.of("type: /problems/too-busy", "title: Too busy", "detail: Wait.")) {
      String other = wrong.substring(0, wrong.indexOf(':')) + ": \"\"";
      assertThat(ProblemRules.misnamed(contract(GOOD.replace(wrong, other))))
          .contains("make-it default shows too-busy");
    }
    assertThat(ProblemRules.misnamed(contract(GOOD.replace("default:", "\"500\":"))))
        .contains("make-it 500 shows too-busy");
  }

  @Test
  void seesCodesThatNobodyCanReadAbout() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("java/aln"));
    String thrown = "throw Problem.conflict(\n    \"%s\", \"Wait.\");";
    Files.writeString(sources.resolve("A.java"), thrown.formatted("too-slow"));
    assertThat(ProblemRules.unknown(contract(GOOD), sources)).containsExactly("too-slow");
    assertThat(ProblemRules.neverThrown(contract(GOOD), sources)).containsExactly("too-busy");
    Files.writeString(sources.resolve("A.java"), thrown.formatted("too-"));
    assertThat(ProblemRules.unknown(contract(GOOD), sources)).isEmpty();
    assertThat(ProblemRules.neverThrown(contract(GOOD), sources)).isEmpty();
  }

  private List<ContractFile> without(String line) throws IOException {
    assertThat(GOOD).contains(line);
    return contract(GOOD.replace(line, ""));
  }

  private List<ContractFile> contract(String text) throws IOException {
    Files.writeString(folder.resolve("things.yaml"), text);
    return ContractFile.in(folder);
  }
}
