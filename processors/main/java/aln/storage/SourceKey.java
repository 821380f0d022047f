package aln.storage;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose source an object of the raw bucket is, or captions of whose: {@link Keys#source} and {@link
 * Keys#captions} backwards.
 */
public record SourceKey(UUID owner, UUID asset) {

  private static final String ID = "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})";
  private static final Pattern FORM =
      Pattern.compile("user_%s/%s/(?:source|captions\\.srt)".formatted(ID, ID));

  /** Empty where the key is none that the hub makes. */
  public static Optional<SourceKey> read(String key) {
    Matcher parts = FORM.matcher(key);
    return parts.matches()
        ? Optional.of(
            new SourceKey(UUID.fromString(parts.group(1)), UUID.fromString(parts.group(2))))
        : Optional.empty();
  }
}
