package aln;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The hub: one process that runs every service, or those that {@code ALN_SERVICES} names. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Aln {

  @Bean
  Services services(@Value("${aln.services}") String names) {
    return Services.parse(names);
  }

  public static void main(String[] arguments) {
    SpringApplication.run(Aln.class, arguments);
  }
}
