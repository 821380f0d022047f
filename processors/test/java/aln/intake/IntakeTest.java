package aln.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import aln.problems.Problem;
import aln.storage.StoreCircuit;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class IntakeTest {

  private static final long FREE = 10_000;
  private static final IntakeSettings SETTINGS = new IntakeSettings(10, 10, DataSize.ofBytes(1000));

  private final StoreCircuit store = mock(StoreCircuit.class);
  private final Backlog backlog = mock(Backlog.class);
  private final Intake intake = new Intake(store, backlog, new Room(() -> FREE, SETTINGS));

  @Test
  void takesWhatFitsBesideTheReserve() {
    assertThatCode(() -> intake.admitFile(9000)).doesNotThrowAnyException();
    Problem refusal = refusal(() -> intake.admitFile(9001));
    assertThat(refusal.status()).isEqualTo(507);
    assertThat(refusal.code()).isEqualTo("insufficient-storage");
    assertThat(refusal.details().detail()).contains("9001 bytes", "room for 9000");
    assertThat(refusal.retryAfter()).as("it does not pass by itself").isNull();
  }

  @Test
  void hasNoRoomWhenLessThanTheReserveIsFree() {
    assertThat(new Room(() -> 999, SETTINGS).left()).isZero();
  }

  @Test
  void sendsAwayForAWhileWhenTooMuchWaits() {
    when(backlog.isFull()).thenReturn(true);
    Problem refusal = refusal(() -> intake.admitFile(1));
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.retryAfter()).isPositive();
    assertThat(refusal(intake::admitWork).code()).isEqualTo("busy");
  }

  @Test
  void sendsAwayForAsLongAsTheStoreIsLeftInPeace() {
    when(store.isOpen()).thenReturn(true);
    when(store.retryAfter()).thenReturn(Duration.ofSeconds(7));
    Problem refusal = refusal(() -> intake.admitFile(1));
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.details().detail()).contains("object storage");
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(7));
  }

  private static Problem refusal(Runnable admission) {
    return catchThrowableOfType(Problem.class, admission::run);
  }
}
