package aln.storage;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose attempt an object of the transcoded bucket is, as its key tells; the other way round is
 * {@link Keys#outputPrefix}.
 *
 * @param prefix of all that the attempt wrote; ends with a slash
 * @param ordinal the task's number among those of its kind
 */
public record OutputKey(
    String prefix, UUID owner, UUID asset, int version, String kind, int ordinal, long fence) {

  private static final String ID = "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})";
  private static final Pattern FORM =
      Pattern.compile(
          "(user_%s/%s/v(\\d{1,9})/([a-z0-9-]+)-(\\d{1,9})/(\\d{1,18})/).+".formatted(ID, ID));

  /** Empty where the key is none that the hub makes. */
  public static Optional<OutputKey> read(String key) {
    Matcher parts = FORM.matcher(key);
    return parts.matches() ? Optional.of(of(parts)) : Optional.empty();
  }

  private static OutputKey of(Matcher parts) {
    return new OutputKey(
        parts.group(1),
        UUID.fromString(parts.group(2)),
        UUID.fromString(parts.group(3)),
        Integer.parseInt(parts.group(4)),
        parts.group(5),
        Integer.parseInt(parts.group(6)),
        Long.parseLong(parts.group(7)));
  }
}
