package aln.ffmpeg;

import java.util.regex.Pattern;

/** Presigned URLs are keys: their queries never reach a log, an exception or the database. */
final class UrlSecrets {

  private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?'\"]+)\\?[^\\s'\"]+");

  private UrlSecrets() {}

  /** The text with every {@code http(s)://host/path?query} cut after its path. */
  static String hide(String text) {
    return QUERY.matcher(text).replaceAll("$1?…");
  }
}
