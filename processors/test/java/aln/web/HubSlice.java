package aln.web;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The REST edge against a real database; the broker and the store are left out. */
@TestConfiguration(proxyBeanMethods = false)
public class HubSlice {

  private static EmbeddedPostgres postgres;

  @Bean
  DataSource dataSource() {
    return postgres().getPostgresDatabase();
  }

  /** One server for all tests of a JVM; its own shutdown hook ends it. */
  static synchronized EmbeddedPostgres postgres() {
    if (postgres == null) {
      try {
        postgres = EmbeddedPostgres.start();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return postgres;
  }
}
