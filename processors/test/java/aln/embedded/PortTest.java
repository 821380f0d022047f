package aln.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortTest {

  @Test
  void proposesAnotherValidPort() {
    assertThat(Port.mend("ALN_S3_PORT", 9001)).endsWith("ALN_S3_PORT=19001");
    assertThat(Port.mend("ALN_S3_PORT", 60000)).endsWith("ALN_S3_PORT=50000");
  }

  @Test
  void takesAFreePortForZero() {
    assertThat(Port.claim("a test", "ALN_S3_PORT", "127.0.0.1", 0)).isBetween(1024, 65535);
  }
}
