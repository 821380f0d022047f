package aln.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;

class SecretFilesTest {

  @TempDir Path folder;

  @Test
  void readsAnyVariableFromItsFile() throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), " hush\n");
    var environment = environment(Map.of("ALN_PAYMENTS_KEY_FILE", file.toString()));
    assertThat(environment.getProperty("ALN_PAYMENTS_KEY")).isEqualTo(" hush");
    assertThat(environment.resolvePlaceholders("${ALN_PAYMENTS_KEY:}")).isEqualTo(" hush");
  }

  @Test
  void leavesThePathOfTheSigningKeyAndOtherProgramsAlone() {
    var environment = environment(Map.of("ALN_JWT_KEY_FILE", "/nowhere", "OTHER_FILE", "/nowhere"));
    assertThat(environment.getProperty("ALN_JWT_KEY")).isNull();
    assertThat(environment.getProperty("OTHER")).isNull();
  }

  @Test
  void refusesBoth() {
    assertThatThrownBy(() -> environment(Map.of("ALN_X", "a", "ALN_X_FILE", "/nowhere")))
        .isInstanceOf(PartFailure.class)
        .hasMessageContaining("ALN_X and ALN_X_FILE are both set");
  }

  @Test
  void namesAFileThatCannotBeRead() {
    assertThatThrownBy(() -> environment(Map.of("ALN_DB_PASSWORD_FILE", folder + "/none")))
        .isInstanceOfSatisfying(
            PartFailure.class,
            failure -> {
              assertThat(failure).hasMessageContaining(folder + "/none");
              assertThat(failure.mend()).contains("ALN_DB_PASSWORD_FILE=");
            });
  }

  private static StandardEnvironment environment(Map<String, Object> variables) {
    var environment =
        new StandardEnvironment() {
          @Override
          public Map<String, Object> getSystemEnvironment() {
            return variables;
          }
        };
    new SecretFiles().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}
