package aln.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CountersTest {

  private static final Allowance THREE = new Allowance("account", 3, Duration.ofSeconds(10));

  private Instant now = Instant.parse("2026-11-21T18:00:00Z");
  private final Counters counters = new Counters(THREE, () -> now);

  @Test
  void countsDownToARefusalThatSaysWhenToComeBack() {
    assertThat(counters.take("a").state(THREE)).isEqualTo("\"account\";r=2;t=10");
    counters.take("a");
    assertThat(counters.take("a")).isEqualTo(new Take(true, 0, Duration.ofSeconds(10)));
    now = now.plusMillis(4001);
    assertThat(counters.take("a")).isEqualTo(new Take(false, 0, Duration.ofSeconds(6)));
  }

  @Test
  void givesTheWholeQuotaBackWhenTheWindowEnds() {
    for (int each = 0; each < 9; each++) {
      counters.take("a");
    }
    now = now.plusSeconds(10);
    assertThat(counters.take("a")).isEqualTo(new Take(true, 2, Duration.ofSeconds(10)));
  }

  @Test
  void countsEachKeyByItself() {
    for (int each = 0; each < 4; each++) {
      counters.take("a");
    }
    assertThat(counters.take("b").left()).isEqualTo(2);
  }

  @Test
  void forgetsOnDemand() {
    counters.take("a");
    counters.forget("a");
    assertThat(counters.take("a").left()).isEqualTo(2);
  }

  @Test
  void letsEverythingThroughWhereThereIsNoQuota() {
    var open = new Counters(new Allowance("account", 0, Duration.ofSeconds(10)), () -> now);
    assertThat(open.take("a").granted()).isTrue();
  }

  @Test
  void saysItsPolicy() {
    assertThat(THREE.policy()).isEqualTo("\"account\";q=3;w=10");
  }
}
