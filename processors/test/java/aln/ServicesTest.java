package aln;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ServicesTest {

  @Test
  void runAllWhenNoneIsNamed() {
    assertThat(Services.parse("").running()).containsExactlyElementsOf(Services.KNOWN);
    assertThat(Services.parse(" , ").running()).containsExactlyElementsOf(Services.KNOWN);
  }

  @Test
  void runWhatIsNamed() {
    Services services = Services.parse("gateway, notifications");
    assertThat(services.runs("gateway")).isTrue();
    assertThat(services.runs("notifications")).isTrue();
    assertThat(services.runs("processing")).isFalse();
  }

  @Test
  void refuseUnknownNamesAndSayWhichAreKnown() {
    assertThatThrownBy(() -> Services.parse("gateway,procesing"))
        .hasMessageContaining("procesing")
        .hasMessageContaining("processing")
        .hasMessageContaining("ALN_SERVICES");
  }

  @Test
  void loadTheirOwnFlowsAndTheCommonOnes() {
    assertThat(ServiceRoutes.pattern(Services.parse("gateway")))
        .isEqualTo("classpath:routes/common/*.camel.yaml,classpath:routes/gateway/*.camel.yaml");
  }

  @Test
  void areAllTheFoldersOfFlows() throws Exception {
    var files =
        new PathMatchingResourcePatternResolver().getResources("classpath:routes/*/*.camel.yaml");
    List<String> folders =
        List.of(files).stream()
            .map(each -> each.toString().replaceFirst(".*routes/([^/]+)/.*", "$1"))
            .distinct()
            .toList();
    assertThat(folders).contains("gateway", "common");
    assertThat(Services.KNOWN)
        .containsAll(folders.stream().filter(each -> !each.equals("common")).toList());
  }
}
