package aln.paging;

import aln.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list that is ordered by time and id, newest first. Its text is opaque to clients.
 *
 * @param time of the last item of the page before
 * @param id of that item
 */
public record Cursor(Instant time, UUID id) {

  /** Before everything: the first page. */
  public static final Cursor START =
      new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

  /**
   * @throws Problem 400 when it is none of ours
   */
  public static Cursor read(@Nullable String text) {
    if (text == null) {
      return START;
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
      Cursor cursor = new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      if (cursor.isPossible()) {
        return cursor;
      }
      throw new IllegalArgumentException("No list reaches " + cursor.time());
    } catch (IllegalArgumentException
        | DateTimeException
        | ArrayIndexOutOfBoundsException foreign) {
      throw Problem.invalid("cursor", "Not a cursor of this list. Use nextCursor as it came.");
    }
  }

  /** The database cannot hold every instant that has a text. */
  private boolean isPossible() {
    return !time.isBefore(Instant.EPOCH) && !time.isAfter(START.time());
  }

  /** The time as JDBC takes it. */
  public OffsetDateTime at() {
    return time.atOffset(ZoneOffset.UTC);
  }

  /** The opaque form. */
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((time + " " + id).getBytes(StandardCharsets.UTF_8));
  }
}
