package aln.embedded;

import aln.tls.Trust;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param ca file of certificates in PEM that are trusted in addition to the JVM's, by whoever
 *     speaks TLS to database, broker or store; or empty
 */
@ConfigurationProperties("aln.tls")
record TlsSettings(String ca) {

  /**
   * @throws PartFailure when the file is not there or holds no certificate
   */
  Trust trust() {
    try {
      return Trust.of(ca);
    } catch (IllegalArgumentException e) {
      throw new PartFailure("The hub", e.getMessage() + ".", "ALN_TLS_CA=<file>", e);
    }
  }
}
