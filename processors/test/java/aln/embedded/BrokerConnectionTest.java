package aln.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.tls.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerConnectionTest {

  private static final Trust TRUST = Trust.of("");

  @Test
  void readsEveryPartOfAnAddress() {
    assertThat(
            BrokerConnection.parse(
                "amqp://us%3Aer:p%40ss+%2F@mq.example.org:5673/media%2Fhub", TRUST))
        .isEqualTo(
            new BrokerConnection("mq.example.org", 5673, "us:er", "p@ss+/", "media/hub", null));
  }

  @Test
  void fillsInWhatIsLeftOut() {
    assertThat(BrokerConnection.parse("amqp://mq", TRUST))
        .isEqualTo(new BrokerConnection("mq", 5672, "guest", "guest", "/", null));
    assertThat(BrokerConnection.parse("amqps://a:b@mq/", TRUST))
        .isEqualTo(new BrokerConnection("mq", 5671, "a", "b", "/", TRUST));
  }

  @Test
  void speaksTlsOnlyWhenAsked() {
    assertThat(BrokerConnection.parse("amqps://a:b@mq", TRUST).getSslBundle()).isNotNull();
    assertThat(BrokerConnection.parse("amqp://a:b@mq", TRUST).getSslBundle()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mq:5672", "http://a:hush@mq", "amqp://a:hush@", "amqp://a:hu sh@mq", "amqp:hush"})
  void saysHowAnAddressLooksWithoutRepeatingThePassword(String wrong) {
    assertThatThrownBy(() -> BrokerConnection.parse(wrong, TRUST))
        .isInstanceOfSatisfying(
            PartFailure.class,
            failure -> {
              assertThat(failure.mend()).contains("ALN_AMQP_URL=amqp://");
              assertThat(failure).hasMessageContaining("ALN_AMQP_URL").hasNoCause();
              assertThat(failure.getMessage()).doesNotContain("hush");
            });
  }

  @Test
  void doesNotPrintPasswords() {
    assertThat(BrokerConnection.parse("amqp://a:hush@mq", TRUST).toString()).doesNotContain("hush");
    assertThat(new DatabaseConnection("jdbc:postgresql://db/aln", "aln", "hush").toString())
        .doesNotContain("hush");
  }
}
