package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import aln.testing.RealServers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schemathesis makes up requests that fit the contract, and such that just do not: no answer is a
 * 5xx or one that the contract does not name. {@code -Daln.fuzz.seconds=240 -Daln.fuzz.seed=7} for
 * longer and other ones.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FuzzIT {

  private static final String SEED = System.getProperty("aln.fuzz.seed", "20261121");
  private static final int SECONDS = Integer.getInteger("aln.fuzz.seconds", 30);

  /**
   * That everything which fits the schemas is done cannot be: a schema does not know which profiles
   * and cursors there are.
   */
  private static final String NOT_CHECKED = "positive_data_acceptance";

  /** What does not fit is refused by any of these, and never by a 5xx. */
  private static final String SETTINGS =
      """
      [checks.negative_data_rejection]
      expected-statuses = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429]
      """;

  @TempDir static Path folder;
  private Hub hub;

  @BeforeAll
  void start() throws IOException {
    RealServers.schemathesis();
    // What is too large for the disk of this machine is a 507, and a 5xx by design.
    hub = Hub.start(folder, Map.of("ALN_UPLOAD_MAX_SIZE", "100MB"));
  }

  @AfterAll
  void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void answersACreatorAsTheContractSays() throws Exception {
    fuzz(hub.user(), "creator");
  }

  @Test
  void answersAnAdminAsTheContractSays() throws Exception {
    fuzz(hub.admin(), "admin");
  }

  private void fuzz(Api caller, String name) throws Exception {
    Path work = Files.createDirectories(folder.resolve(name));
    Path contract = Files.writeString(work.resolve("openapi.json"), named().toString());
    Files.writeString(work.resolve("schemathesis.toml"), SETTINGS);
    File said = work.resolve("said.log").toFile();
    Process fuzzer =
        new ProcessBuilder(command(caller, contract))
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    boolean ended = fuzzer.waitFor(SECONDS + 120L, TimeUnit.SECONDS);
    fuzzer.destroyForcibly();
    String words = Files.readString(said.toPath());
    assertThat(ended && fuzzer.exitValue() == 0).as("seed %s\n%s", SEED, words).isTrue();
    System.out.printf(
        "fuzz %s, seed %s:%s%n", name, SEED, words.replaceAll("(?s).*Test cases:", ""));
  }

  private List<String> command(Api caller, Path contract) {
    return List.of(
        RealServers.schemathesis().getPath(),
        "--no-color",
        "run",
        contract.toString(),
        "--url=" + hub.address(),
        "--header=Authorization: Bearer " + caller.token(),
        "--seed=" + SEED,
        "--max-time=" + SECONDS,
        "--max-examples=" + Math.max(10, SECONDS / 2),
        "--exclude-checks=" + NOT_CHECKED,
        "--generation-database=none",
        "--continue-on-failure",
        "--output-sanitize=false",
        "--request-timeout=30");
  }

  /** The contract without {@code default}, which would describe whatever comes. */
  private JsonNode named() {
    JsonNode contract = hub.anonymous().get("/openapi.json").expect(200).json();
    for (JsonNode path : contract.path("paths")) {
      for (JsonNode operation : path) {
        ((ObjectNode) operation.path("responses")).remove("default");
      }
    }
    ((ArrayNode) contract.path("servers")).removeAll();
    return contract;
  }
}
