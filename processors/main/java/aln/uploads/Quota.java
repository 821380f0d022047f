package aln.uploads;

import org.jspecify.annotations.Nullable;

/**
 * @param used bytes of all sources, announced ones included
 * @param limit bytes, or null where there is none
 */
public record Quota(long used, @Nullable Long limit) {

  /**
   * @param size bytes that come on top
   */
  public boolean hasRoomFor(long size) {
    return limit == null || size <= limit - used;
  }

  /** After so many bytes more. */
  public Quota with(long size) {
    return new Quota(used + size, limit);
  }
}
