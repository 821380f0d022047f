package aln.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BurialsTest {

  private final Grave grave = new Grave();
  private final Burials burials = new Burials(grave);

  @Test
  void keepsTheMessageWithItsCauseAndWhereItCameFrom() {
    burials.bury(
        "aln.inspect", Map.of("cloudEvents_type", "task.inspect"), "{}", because("no task"));
    assertThat(grave.type).isEqualTo("task.inspect");
    assertThat(grave.data).isEqualTo("{}");
    assertThat(grave.headers)
        .containsEntry("aln-queue", "aln.inspect")
        .containsEntry("aln-cause", "no task")
        .containsEntry("aln-code", "invalid-message")
        .containsEntry("cloudEvents_type", "task.inspect");
  }

  @Test
  void takesNoTypeThatIsNoRoutingKey() {
    for (String type : List.of("", "a\0b", "x".repeat(300), "*.#")) {
      burials.bury("aln.inspect", Map.of("cloudEvents_type", type), "{}", because("odd"));
      assertThat(grave.type).isEqualTo("unknown");
    }
  }

  @Test
  void keepsWhatSaysNothingOfItself() {
    burials.bury("aln.inspect", Map.of(), null, new IllegalStateException());
    assertThat(grave.type).isEqualTo("unknown");
    assertThat(grave.data).isEqualTo("");
    assertThat(grave.headers)
        .containsEntry("aln-cause", "IllegalStateException")
        .containsEntry("aln-code", "event-failed");
  }

  @Test
  void keepsNoNulThatTheDatabaseWouldRefuse() {
    burials.bury("aln.inspect", Map.of("odd", "a\0b"), "\0{}\0", because("at \0"));
    assertThat(grave.data).isEqualTo("\uFFFD{}\uFFFD");
    assertThat(grave.headers)
        .containsEntry("odd", "a\uFFFDb")
        .containsEntry("aln-cause", "at \uFFFD");
  }

  @Test
  void keepsTheBeginningOfWhatIsHuge() {
    String huge = "x".repeat(5_000_000);
    burials.bury("aln.inspect", Map.of("huge", huge), huge, because(huge));
    assertThat(grave.data).isEqualTo("x".repeat(1_000_000));
    assertThat(grave.headers.values()).allMatch(value -> value.length() <= 2_000);
  }

  @Test
  void keepsHeadersOfEveryKind() {
    Map<String, Object> headers = new HashMap<>();
    headers.put("absent", null);
    headers.put("x-death", Arrays.asList(1, 2L, null));
    burials.bury("aln.inspect", headers, "{}", because("no task"));
    assertThat(grave.headers)
        .containsEntry("absent", "null")
        .containsEntry("x-death", "[1, 2, null]");
  }

  @Test
  void isNotMisledByHeadersOfTheSameName() {
    burials.bury(
        "aln.inspect",
        Map.of("aln-queue", "aln.other", "aln-cause", "none"),
        "{}",
        because("true"));
    assertThat(grave.headers)
        .containsEntry("aln-queue", "aln.inspect")
        .containsEntry("aln-cause", "true");
  }

  @Test
  void tellsTheFirstCauseAndNotWhatWasWrappedAroundIt() {
    Throwable wrapped = new RuntimeException("while calling", because("no task"));
    burials.bury("aln.inspect", Map.of(), "{}", wrapped);
    assertThat(grave.headers).containsEntry("aln-cause", "no task");
  }

  private static InvalidMessage because(String reason) {
    return new InvalidMessage(reason);
  }

  /** An outbox that remembers instead of writing. */
  private static final class Grave extends Outbox {

    private String type;
    private Map<String, String> headers;
    private Object data;

    Grave() {
      super(null, null);
    }

    @Override
    public void bury(String type, UUID asset, Map<String, String> headers, Object data) {
      this.type = type;
      this.headers = headers;
      this.data = data;
    }
  }
}
