package aln.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Reads {@code ALN_X} from the file that {@code ALN_X_FILE} names, for every X, as container
 * secrets are mounted. The line end is not part of a secret. {@code ALN_JWT_KEY_FILE} stays a path.
 */
class SecretFiles implements EnvironmentPostProcessor {

  private static final String SUFFIX = "_FILE";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    var secrets = new HashMap<String, Object>();
    environment
        .getSystemEnvironment()
        .forEach((name, path) -> read(name, String.valueOf(path), environment, secrets));
    if (!secrets.isEmpty()) {
      environment
          .getPropertySources()
          .addAfter(
              StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
              new MapPropertySource("secretFiles", secrets));
    }
  }

  private static void read(
      String name, String path, ConfigurableEnvironment environment, Map<String, Object> secrets) {
    if (!name.startsWith("ALN_") || !name.endsWith(SUFFIX) || path.isEmpty()) {
      return;
    }
    String variable = name.substring(0, name.length() - SUFFIX.length());
    if (variable.equals("ALN_JWT_KEY")) {
      return;
    }
    Object direct = environment.getSystemEnvironment().get(variable);
    if (direct != null && !direct.toString().isEmpty()) {
      throw new PartFailure(
          "The hub", variable + " and " + name + " are both set.", "Unset one of them.");
    }
    secrets.put(variable, content(name, path));
  }

  private static String content(String name, String path) {
    try {
      return Files.readString(Path.of(path)).stripTrailing();
    } catch (IOException e) {
      throw new PartFailure(
          "The hub",
          name + " names " + path + ", which cannot be read (" + e + ").",
          "Let the hub's user read it, or correct " + name + "=<file>",
          e);
    }
  }
}
