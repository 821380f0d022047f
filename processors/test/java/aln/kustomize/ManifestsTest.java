package aln.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import aln.Services;
import aln.routes.Yaml;
import aln.testing.RealServers;
import aln.testing.Schemas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestsTest {

  private static final Path INTEGRATIONS = Path.of("kustomize/base/integrations");
  private static final Path COMMON = Path.of("kustomize/base/patches/hub.yaml");
  private static final List<String> KUBERNETES_ITSELF = List.of("ConfigMap", "Namespace");

  @Test
  void everyServiceIsOneIntegration() {
    assertThat(integrations())
        .extracting(integration -> integration.at("/metadata/name").asText())
        .containsExactlyInAnyOrderElementsOf(
            Services.KNOWN.stream().map(service -> "aln-" + service).toList());
  }

  @Test
  void anIntegrationRunsTheServiceOfItsName() {
    assertThat(integrations())
        .allSatisfy(
            integration ->
                assertThat("aln-" + variable(integration, "ALN_SERVICES"))
                    .isEqualTo(integration.at("/metadata/name").asText()));
  }

  @Test
  void everyFileIsListed() {
    assertThat(Yaml.read(Path.of("kustomize/base/kustomization.yaml")).path("resources"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(
            Yaml.files(INTEGRATIONS, ".yaml").stream()
                .map(file -> "integrations/" + file.getFileName())
                .toList());
  }

  @Test
  void whatIsWrittenFitsToTheLastField() {
    var schemas = new StrictSchemas(Schemas.folder());
    assertThat(integrations()).flatMap(schemas::faults).isEmpty();
    assertThat(schemas.faults(Yaml.read(COMMON))).isEmpty();
  }

  @Test
  void aMisspeltTraitIsSeen() {
    var schemas = new StrictSchemas(Schemas.folder());
    JsonNode common = Yaml.read(COMMON);
    ((ObjectNode) common.at("/spec/traits/health")).put("readinesProbe", "/health");
    ((ObjectNode) common.at("/spec/traits/container")).put("port", "http");
    assertThat(schemas.faults(common)).hasSize(2);
  }

  @Test
  void everyOverlayIsWholeWhenRendered() throws Exception {
    var schemas = new StrictSchemas(Schemas.folder());
    File[] overlays = new File("kustomize/overlays").listFiles(File::isDirectory);
    assertThat(overlays).isNotEmpty();
    for (File overlay : overlays) {
      List<JsonNode> resources =
          Yaml.documents(rendered(overlay)).stream()
              .filter(each -> !KUBERNETES_ITSELF.contains(each.path("kind").asText()))
              .toList();
      assertThat(resources).as("%s", overlay).flatMap(schemas::faults).isEmpty();
      assertThat(resources)
          .filteredOn(each -> each.path("kind").asText().equals("Integration"))
          .hasSameSizeAs(Services.KNOWN)
          .allSatisfy(ManifestsTest::saysWhatCamelKCannotDetect);
    }
  }

  /** Nothing is detected in an image that Camel K did not build. */
  private static void saysWhatCamelKCannotDetect(JsonNode integration) {
    JsonNode traits = integration.at("/spec/traits");
    assertThat(traits.at("/container/image").asText()).isNotEmpty();
    assertThat(traits.at("/container/limitMemory").asText()).isNotEmpty();
    assertThat(traits.at("/container/requestCPU").asText()).isNotEmpty();
    assertThat(traits.at("/service/enabled").asBoolean()).isTrue();
    assertThat(traits.at("/health/readinessProbe").asText()).isEqualTo("/health");
    assertThat(variable(integration, "ALN_DB_URL")).isNotEmpty();
  }

  private static List<JsonNode> integrations() {
    return Yaml.files(INTEGRATIONS, ".yaml").stream().map(Yaml::read).toList();
  }

  private static String variable(JsonNode integration, String name) {
    return Yaml.stream(integration.at("/spec/traits/environment/vars"))
        .map(JsonNode::asText)
        .filter(text -> text.startsWith(name + "="))
        .map(text -> text.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  private static String rendered(File overlay) throws Exception {
    Process kustomize =
        new ProcessBuilder(RealServers.kustomize().getPath(), "build", overlay.getPath())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(kustomize.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(kustomize.waitFor()).as("kustomize build %s", overlay).isZero();
    return text;
  }
}
