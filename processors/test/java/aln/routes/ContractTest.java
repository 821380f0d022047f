package aln.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of this repository keeps every rule. */
class ContractTest {

  private static final Path SOURCES = Path.of("processors", "main", "java");

  private final List<ContractFile> contract = ContractFile.in(Path.of("openapi"));

  @Test
  void isAllThere() {
    assertThat(contract.stream().flatMap(file -> file.calls().stream())).hasSizeGreaterThan(40);
  }

  @Test
  void saysWhatAReaderLooksForFirst() {
    assertThat(ExampleRules.bare(contract)).isEmpty();
  }

  @Test
  void showsEveryBody() {
    assertThat(ExampleRules.unshown(contract)).isEmpty();
  }

  @Test
  void meansOneThingByOneName() {
    assertThat(ExampleRules.ambiguous(contract)).isEmpty();
  }

  @Test
  void turnsPagesAlikeEverywhere() {
    assertThat(ExampleRules.oddPages(contract)).isEmpty();
  }

  @Test
  void takesARepeatOfEverythingThatCreates() {
    assertThat(ExampleRules.unrepeatable(contract)).isEmpty();
  }

  @Test
  void namesEveryRefusal() {
    assertThat(ProblemRules.unnamedRefusals(contract)).isEmpty();
    assertThat(ProblemRules.misnamed(contract)).isEmpty();
  }

  @Test
  void knowsTheProblemsThatBeansThrowAndNoOthers() {
    assertThat(ProblemRules.unknown(contract, SOURCES)).isEmpty();
    assertThat(ProblemRules.neverThrown(contract, SOURCES)).isEmpty();
  }
}
