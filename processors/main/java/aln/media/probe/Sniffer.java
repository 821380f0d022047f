package aln.media.probe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names a file by its first bytes, for the words of a refusal. What FFmpeg can read is decided by
 * FFmpeg; this is for what it cannot, or must not.
 */
public final class Sniffer {

  /**
   * @param name a noun phrase with its article: "a PDF document"
   */
  private record Magic(int offset, String bytes, String name) {

    boolean fits(String first) {
      return first.startsWith(bytes, offset);
    }
  }

  private static final List<Magic> MAGIC =
      List.of(
          new Magic(0, "\u00ff\u00d8\u00ff", "a JPEG image"),
          new Magic(0, "\u0089PNG\r\n", "a PNG image"),
          new Magic(0, "GIF8", "a GIF image"),
          new Magic(8, "WEBP", "a WebP image"),
          new Magic(4, "ftypheic", "a HEIC image"),
          new Magic(4, "ftypheix", "a HEIC image"),
          new Magic(4, "ftypmif1", "a HEIF image"),
          new Magic(4, "ftypavif", "an AVIF image"),
          new Magic(0, "II*\0", "a TIFF or camera raw image"),
          new Magic(0, "MM\0*", "a TIFF or camera raw image"),
          new Magic(0, "BM", "a BMP image"),
          new Magic(0, "8BPS", "a Photoshop image"),
          new Magic(0, "%PDF", "a PDF document"),
          new Magic(0, "PK\u0003\u0004", "a ZIP archive or an office document"),
          new Magic(0, "Rar!", "a RAR archive"),
          new Magic(0, "7z\u00bc\u00af", "a 7-Zip archive"),
          new Magic(0, "\u001f\u008b", "a gzip archive"),
          new Magic(0, "MZ", "a Windows program"),
          new Magic(0, "\u007fELF", "a program"),
          new Magic(0, "#EXTM3U", "an HLS playlist, which only names other files"),
          new Magic(0, "ffconcat", "a list of other files"),
          new Magic(0, "WEBVTT", "a subtitle file"));

  private Sniffer() {}

  /**
   * @param first the first bytes of a file, a few hundred are enough
   * @return what it is, as a noun phrase with its article; empty when the bytes say nothing
   */
  public static Optional<String> name(byte[] first) {
    String latin = new String(first, StandardCharsets.ISO_8859_1);
    Optional<String> magic =
        MAGIC.stream().filter(known -> known.fits(latin)).map(Magic::name).findFirst();
    return magic.or(() -> text(latin));
  }

  /** Whether the name is one of a still picture. */
  static boolean isImage(String name) {
    return name.endsWith(" image");
  }

  private static Optional<String> text(String latin) {
    if (latin.isEmpty() || latin.chars().anyMatch(c -> c < 9 || (c > 13 && c < 32 && c != 27))) {
      return Optional.empty();
    }
    String lower = latin.stripLeading().toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.contains("<html")) {
      return Optional.of("a web page");
    }
    return Optional.of(lower.startsWith("<?xml") ? "an XML document" : "a text file");
  }
}
