package aln.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import aln.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class CursorTest {

  private static final long LAST = 253_370_764_799L;

  @Property
  void comesBackAsItWent(
      @ForAll @LongRange(min = 0, max = LAST) long second,
      @ForAll @LongRange(min = 0, max = 999_999) long micros,
      @ForAll long high,
      @ForAll long low) {
    Cursor cursor = new Cursor(Instant.ofEpochSecond(second, micros * 1000), new UUID(high, low));
    assertThat(Cursor.read(cursor.text())).isEqualTo(cursor);
    assertThat(cursor.text()).matches("[A-Za-z0-9_-]{1,200}");
  }

  @Property
  void refusesWhatIsNoneOfOurs(@ForAll @StringLength(max = 200) String text) {
    refuses(text);
    refuses(encoded(text));
  }

  @Example
  void refusesTimesThatNoListHolds() {
    UUID id = UUID.randomUUID();
    refuses(encoded("+999999999-12-31T23:59:59Z " + id));
    refuses(encoded("-999999999-01-01T00:00:00Z " + id));
    refuses(encoded("2026-01-01T00:00:00Z"));
  }

  @Example
  void beginsBeforeEverything() {
    assertThat(Cursor.read(null)).isEqualTo(Cursor.START);
    assertThat(Cursor.read(Cursor.START.text())).isEqualTo(Cursor.START);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refuses(String text) {
    assertThatExceptionOfType(Problem.class)
        .as("the cursor '%s'", text)
        .isThrownBy(() -> Cursor.read(text))
        .withMessageContaining("400");
  }
}
