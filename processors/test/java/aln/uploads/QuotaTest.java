package aln.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotaTest {

  @Test
  void hasRoomForWhatFillsItAndForNoByteMore() {
    Quota quota = new Quota(60, 100L);
    assertThat(quota.hasRoomFor(40)).isTrue();
    assertThat(quota.hasRoomFor(41)).isFalse();
    assertThat(quota.with(40).hasRoomFor(1)).isFalse();
    assertThat(quota.hasRoomFor(Long.MAX_VALUE)).as("no overflow").isFalse();
  }

  @Test
  void hasNoneWhenTheLimitWasLoweredBelowWhatIsThere() {
    assertThat(new Quota(200, 100L).hasRoomFor(1)).isFalse();
  }

  @Test
  void withoutLimitHasRoomForAll() {
    assertThat(new Quota(Long.MAX_VALUE, null).hasRoomFor(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void saysWhatIsLeftAndWhatToDo() {
    assertThat(Quotas.exceeded(new Quota(60, 100L), 41))
        .hasMessageContaining("41 bytes")
        .hasMessageContaining("of your 100 bytes there are 40 left")
        .hasMessageContaining("Delete works");
  }
}
