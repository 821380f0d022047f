package aln.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.problems.Problem;
import aln.storage.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fetch makes of answers and of what the store has. */
class FetchTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  static Fetch fetch(Long promised, String validator) {
    UUID id = UUID.randomUUID();
    return new Fetch(
        id,
        id,
        id,
        1,
        "https://films.example/film.mkv",
        false,
        promised,
        validator,
        0,
        0,
        "film.mkv",
        "film",
        "video/x-matroska",
        "user_1/2/source",
        null,
        null,
        NOW);
  }

  @Test
  void goesOnWhereTheStoresPartsEndWithoutAHole() {
    assertThat(Stored.of(List.of(part(1, 8), part(2, 8), part(3, 5)), 8))
        .isEqualTo(new Stored(2, 16));
    assertThat(Stored.of(List.of(part(1, 8), part(3, 8)), 8)).isEqualTo(new Stored(1, 8));
    assertThat(Stored.of(List.of(part(2, 8)), 8)).isEqualTo(Stored.NOTHING);
    assertThat(Stored.of(List.of(part(1, 7), part(2, 8)), 8)).isEqualTo(Stored.NOTHING);
  }

  @Test
  void knowsWhenAllIsThere() {
    List<Part> parts = List.of(part(1, 8), part(2, 8), part(3, 5));
    assertThat(Stored.isAll(parts, 21)).isTrue();
    assertThat(Stored.isAll(parts, 22)).isFalse();
    assertThat(Stored.isAll(List.of(part(1, 8), part(3, 8)), 16)).isFalse();
  }

  private static Part part(int number, long size) {
    return new Part(number, "e" + number, size);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes 16-20/21, '\"one\"', true",
    "bytes 16-20/*,  '\"one\"', true",
    "bytes 16-20/21, ,          true",
    "bytes 16-20/21, '\"two\"', false",
    "bytes 16-20/22, '\"one\"', false",
    "bytes 0-20/21,  '\"one\"', false",
    "bytes 17-20/21, '\"one\"', false",
    "bytes */21,     '\"one\"', false"
  })
  void goesOnWithTheVerySameFileOnly(String range, String tag, boolean goesOn) {
    var headers = new java.util.HashMap<>(Map.of("Content-Range", range));
    headers.put("ETag", tag);
    Stretch stretch = Stretch.of(headers::get);
    assertThat(stretch).isNotNull();
    assertThat(stretch.goesOn(new Stored(2, 16), fetch(21L, "\"one\""), headers::get))
        .isEqualTo(goesOn);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bytes", "bytes 1-2", "items 1-2/3", "bytes a-b/c"})
  void anAnswerThatDoesNotSayWhatItHoldsIsNoRest(String range) {
    assertThat(Stretch.of(Map.of("Content-Range", range)::get)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  void whatMayPassIsTriedAgain(int status) {
    assertThatThrownBy(() -> Answers.refuse(status, "films.example", "7", NOW))
        .isInstanceOf(SourceFailed.class)
        .hasMessageContaining("films.example")
        .extracting(each -> ((SourceFailed) each).retryAfter())
        .isEqualTo(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @CsvSource({
    "401, source-forbidden",
    "403, source-forbidden",
    "404, source-not-found",
    "410, source-not-found",
    "206, source-refused",
    "300, source-refused",
    "400, source-refused",
    "451, source-refused"
  })
  void whatDoesNotPassIsSaidAtOnce(int status, String code) {
    assertThatThrownBy(() -> Answers.refuse(status, "films.example", null, NOW))
        .isInstanceOf(Problem.class)
        .extracting(each -> ((Problem) each).code())
        .isEqualTo(code);
  }

  @Test
  void waitsAsLongAsItIsAskedToButNotForEver() {
    assertThat(Answers.wait("120", NOW)).isEqualTo(Duration.ofMinutes(2));
    assertThat(Answers.wait("Sat, 21 Nov 2026 10:00:30 GMT", NOW))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(Answers.wait("Sat, 21 Nov 2026 09:00:30 GMT", NOW)).isNull();
    assertThat(Answers.wait("999999999", NOW)).isEqualTo(Duration.ofHours(1));
    assertThat(Answers.wait("soon", NOW)).isNull();
    assertThat(Answers.wait(null, NOW)).isNull();
  }

  @Test
  void leavesAServerThatSendsTooLittle() throws SourceFailed {
    var clock = new AtomicLong();
    var pace = new Pace(100, Duration.ofSeconds(10), clock::get);
    clock.addAndGet(Duration.ofSeconds(9).toNanos());
    pace.add(1);
    clock.addAndGet(Duration.ofSeconds(1).toNanos());
    pace.add(999);
    clock.addAndGet(Duration.ofSeconds(10).toNanos());
    assertThatThrownBy(() -> pace.add(999))
        .isInstanceOf(SourceFailed.class)
        .hasMessageContaining("999 bytes in 10 seconds");
  }

  /** As S3 wants it: at most 10 000 parts of at least 5 MiB. */
  @Property
  void anyFileFitsIntoTheStoresParts(
      @ForAll @LongRange(min = 1, max = 5_000_000_000_000L) long size) {
    long part = Carriage.partSize(size);
    assertThat(part).isGreaterThanOrEqualTo(5 << 20);
    assertThat((size + part - 1) / part).isLessThanOrEqualTo(10_000);
  }
}
