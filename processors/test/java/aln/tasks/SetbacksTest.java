package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import aln.storage.StoreCircuit;
import java.io.File;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetbacksTest {

  private static final Claim CLAIM =
      new Claim(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "inspect", 1, 4);

  private final StoreCircuit store = mock();
  private final NotedClaims claims = new NotedClaims();
  private final Setbacks setbacks = new Setbacks(claims, store, Settings.in(new File(".")));

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 4", "3, 8", "4, 16"})
  void pausesTwiceAsLongAfterEachSetback(int before, int seconds) {
    claims.setbacks = before - 1;
    assertThat(setbacks.later(CLAIM, Cause.workersGone())).isTrue();
    assertThat(claims.pauses)
        .singleElement()
        .satisfies(
            pause -> assertThat(pause.toMillis()).isBetween(seconds * 750L, seconds * 1250L));
  }

  @ParameterizedTest
  @CsvSource({"7", "100", "499"})
  void pausesNeverLongerThanAMinute(int before) {
    claims.setbacks = before;
    assertThat(setbacks.later(CLAIM, Cause.workersGone())).isTrue();
    assertThat(claims.pauses)
        .singleElement()
        .satisfies(
            pause -> assertThat(pause).isBetween(Duration.ofSeconds(36), Duration.ofMinutes(1)));
  }

  @Test
  void endsAfterAsManyAsItMayHave() {
    claims.setbacks = 500;
    assertThat(setbacks.later(CLAIM, Cause.workersGone())).isFalse();
    assertThat(claims.pauses).isEmpty();
  }

  @Test
  void letsSomebodyLookAfterAStoreThatFailedInFrontOfFfmpeg() {
    setbacks.later(CLAIM, Cause.of(new ConnectException("Connection refused")));
    verify(store).suspect();
  }

  @Test
  void doubtsNoStoreForADiskThatIsFull() {
    setbacks.later(CLAIM, Cause.of(new ScratchFull(1, 0)));
    verify(store, never()).suspect();
  }

  /** Notes the pause instead of writing it into the task's row. */
  private static final class NotedClaims extends Claims {

    private final List<Duration> pauses = new ArrayList<>();
    private int setbacks;

    NotedClaims() {
      super(null, null);
    }

    @Override
    int countSetback(Claim claim) {
      return ++setbacks;
    }

    @Override
    void release(Claim claim, String code, String message, Duration pause) {
      pauses.add(pause);
    }
  }
}
