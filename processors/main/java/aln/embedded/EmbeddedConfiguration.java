package aln.embedded;

import aln.storage.StoreConnection;
import aln.storage.StoreSettings;
import aln.tls.Trust;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.amqp.RabbitConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The connections that everything else is built on. Their beans depend on the parts, and what uses
 * them depends on their beans: so the parts are up first and gone last. They are lazy, so that a
 * part is waited for where it is first used and not before.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  DatabaseSettings.class,
  BrokerSettings.class,
  StoreSettings.class,
  TlsSettings.class
})
class EmbeddedConfiguration {

  @Bean(destroyMethod = "close")
  EmbeddedParts embeddedParts(
      @Value("${aln.data-dir}") String dataDirectory,
      DatabaseSettings database,
      BrokerSettings broker,
      StoreSettings store,
      TlsSettings tls) {
    return new EmbeddedParts(Path.of(dataDirectory), database, broker, store, tls);
  }

  @Bean
  Trust trust(TlsSettings tls) {
    return tls.trust();
  }

  @Bean
  @Lazy
  JdbcConnectionDetails databaseConnection(EmbeddedParts parts) {
    return parts.database();
  }

  @Bean
  @Lazy
  RabbitConnectionDetails brokerConnection(EmbeddedParts parts) {
    return parts.broker();
  }

  @Bean
  @Lazy
  StoreConnection storeConnection(EmbeddedParts parts) {
    return parts.store();
  }
}
