package aln.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a list.
 *
 * @param nextCursor absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  /**
   * A page of items that were read with one more than the limit, which tells whether there are
   * more.
   *
   * @param place of an item in the list
   */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> place) {
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    List<T> items = found.subList(0, limit);
    return new Page<>(items, place.apply(items.get(limit - 1)).text());
  }
}
