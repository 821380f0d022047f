package aln.fetch;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file an answer holds (Content-Range, RFC 9110 §14.4).
 *
 * @param first of its bytes; -1 where it holds none
 * @param whole bytes of the file; null where that is not known
 */
record Stretch(long first, @Nullable Long whole) {

  private static final Pattern FORM =
      Pattern.compile("bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)");

  /** Null where it does not say. */
  static @Nullable Stretch of(UnaryOperator<@Nullable String> header) {
    String range = header.apply("Content-Range");
    Matcher form = FORM.matcher(range == null ? "" : range.strip());
    if (!form.matches()) {
      return null;
    }
    String first = form.group(1);
    return new Stretch(
        first == null ? -1 : Long.parseLong(first),
        form.group(2).equals("*") ? null : Long.valueOf(form.group(2)));
  }

  /** Whether it goes on there, with more of the same file. */
  boolean goesOn(Stored stored, Fetch fetch, UnaryOperator<@Nullable String> header) {
    String tag = header.apply("ETag");
    boolean same = tag == null || !isTag(fetch.validator()) || tag.equals(fetch.validator());
    boolean asLong = whole == null || fetch.promised() == null || whole.equals(fetch.promised());
    return first == stored.bytes() && same && asLong;
  }

  private static boolean isTag(@Nullable String validator) {
    return validator != null && validator.startsWith("\"");
  }
}
