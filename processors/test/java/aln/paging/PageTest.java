package aln.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PageTest {

  @Property
  void leadsOnFromItsLastItemWhereThereAreMore(
      @ForAll @IntRange(min = 1, max = 100) int limit,
      @ForAll @IntRange(min = 0, max = 101) int found) {
    List<Integer> items = IntStream.range(0, Math.min(found, limit + 1)).boxed().toList();
    Page<Integer> page = Page.of(items, limit, PageTest::place);
    assertThat(page.items()).isEqualTo(items.subList(0, Math.min(items.size(), limit)));
    if (items.size() > limit) {
      assertThat(Cursor.read(page.nextCursor())).isEqualTo(place(limit - 1));
    } else {
      assertThat(page.nextCursor()).isNull();
    }
  }

  private static Cursor place(int item) {
    return new Cursor(Instant.ofEpochSecond(item), new UUID(0, item));
  }
}
