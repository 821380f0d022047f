package aln.messages;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can be kept of a message that may hold anything: as text that PostgreSQL takes (no NUL), and
 * short enough to be sent once more (a broker takes all headers in one frame of 64 KiB or more, and
 * a name of 255 bytes).
 *
 * @param headers names and values, the first that fit
 * @param body the first million characters; bytes that are no UTF-8 have become U+FFFD
 */
public record Remains(Map<String, String> headers, String body) {

  private static final int LONGEST_BODY = 1_000_000;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_VALUE = 2_000;

  /** Characters of all headers; each may take three bytes. */
  private static final int ALL_HEADERS = 15_000;

  /** Of a message as it came; in alphabetical order, so that CloudEvents come before x-death. */
  public static Remains of(Map<String, Object> headers, @Nullable String body) {
    Map<String, String> kept = new TreeMap<>();
    int room = ALL_HEADERS;
    for (Map.Entry<String, Object> header : new TreeMap<>(headers).entrySet()) {
      String name = storable(header.getKey(), LONGEST_NAME);
      String value = storable(text(header.getValue()), LONGEST_VALUE);
      room -= name.length() + value.length();
      if (room >= 0) {
        kept.put(name, value);
      }
    }
    return new Remains(kept, storable(body == null ? "" : body, LONGEST_BODY));
  }

  /** The first characters of a text, without NUL. */
  public static String storable(String text, int longest) {
    return text.substring(0, Math.min(text.length(), longest)).replace('\0', '\uFFFD');
  }

  private static String text(@Nullable Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(value);
  }
}
