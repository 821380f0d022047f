package aln.embedded;

import aln.tls.Trust;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The broker: a real one when a URL is given, otherwise the embedded one.
 *
 * @param url {@code amqp[s]://user:password@host:port/vhost}, or empty
 * @param port of the embedded one on loopback; 0 takes a free one
 */
@ConfigurationProperties("aln.amqp")
record BrokerSettings(String url, int port) {

  /** Whether a real server is configured. */
  boolean isReal() {
    return !url.isEmpty();
  }

  /** The way to the configured server; only when {@link #isReal}. */
  BrokerConnection connection(Trust trust) {
    return BrokerConnection.parse(url, trust);
  }
}
