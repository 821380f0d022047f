package aln.drop;

import static org.assertj.core.api.Assertions.assertThat;

import aln.storage.Inventory.Entry;
import aln.storage.Inventory.Listing;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DropPageTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void tearsNoNameApart() {
    DropPage page = page(true, "u/a.mp4", "u/b.jpg", "u/b.live/x.mp4", "u/b.mp4");
    assertThat(page.files()).extracting(file -> file.key().key()).containsExactly("u/a.mp4");
    assertThat(page.next()).isEqualTo("u/a.mp4");
  }

  @Test
  void goesOnWhenItIsAllOneName() {
    DropPage page = page(true, "u/a.jpg", "u/a.mp4");
    assertThat(page.files()).hasSize(2);
    assertThat(page.next()).isEqualTo("u/a.mp4");
  }

  @Test
  void endsWithTheFolder() {
    DropPage page = page(false, "u/a.jpg", "u/a.mp4");
    assertThat(page.files()).hasSize(2);
    assertThat(page.next()).isNull();
  }

  @Test
  void jumpsOverWhatWasRejected() {
    DropPage page = page(true, "u/.rejected/a.mp4", "u/.rejected/b.mp4");
    assertThat(page.files()).isEmpty();
    assertThat(page.next()).isEqualTo("u/.rejected0").isLessThan("u/a.mp4");
    assertThat(page.next()).isGreaterThan("u/.rejected/zzz");
  }

  private static DropPage page(boolean more, String... keys) {
    var entries = Stream.of(keys).map(key -> new Entry(key, 1, "e", NOON)).toList();
    return DropPage.of(new Listing(entries, NOON, more ? keys[keys.length - 1] : null));
  }
}
