package aln;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The hub: one process that runs every service, or those that {@code ALN_SERVICES} names. */
@SpringBootApplication
public class Aln {

  public static void main(String[] arguments) {
    SpringApplication.run(Aln.class, arguments);
  }
}
