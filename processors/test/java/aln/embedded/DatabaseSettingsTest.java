package aln.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

  private static final String DB = "jdbc:postgresql://db.example.org/aln";

  @Test
  void trustsAsTheOthersDoWhereTheCertificateIsToBeChecked() {
    assertThat(url(DB + "?sslmode=verify-full"))
        .isEqualTo(
            DB
                + "?sslmode=verify-full&sslfactory=aln.tls.DatabaseSockets&sslfactoryarg=%2Fetc%2Fca.pem");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?sslmode=disable",
        "?sslmode=require",
        "?sslmode=verify-full&sslrootcert=/etc/other.pem",
        "?sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory&sslmode=verify-full"
      })
  void leavesAnAddressAsItIsThatSaysOtherwise(String parameters) {
    assertThat(url(DB + parameters)).isEqualTo(DB + parameters);
  }

  private static String url(String given) {
    return new DatabaseSettings(given, "aln", "", 0, Duration.ZERO).connection("/etc/ca.pem").url();
  }
}
