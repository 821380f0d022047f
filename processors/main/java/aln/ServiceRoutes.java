package aln;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Maps {@code aln.services} to the folders of flows that Camel loads; {@code common} is always one.
 */
class ServiceRoutes implements EnvironmentPostProcessor, Ordered {

  private static final String PATTERN = "camel.main.routes-include-pattern";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Services services = Services.parse(environment.getProperty("aln.services", ""));
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("aln.services", Map.of(PATTERN, pattern(services))));
  }

  /** After application.yaml was read. */
  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }

  /** A service without flows has no folder, and Camel does not start when one is missing. */
  static String pattern(Services services) {
    return Stream.concat(Stream.of("common"), services.running().stream())
        .filter(each -> new ClassPathResource("routes/" + each).exists())
        .map(each -> "classpath:routes/" + each + "/*.camel.yaml")
        .collect(Collectors.joining(","));
  }
}
