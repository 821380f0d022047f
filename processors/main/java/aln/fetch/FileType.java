package aln.fetch;

import aln.problems.Problem;
import aln.uploads.UploadLimits;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaTypeFactory;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;

/**
 * What a server says that a file is. Servers know little of media: what says nothing is announced
 * as unknown and found by content, but a web page is none of its file, whatever it is called.
 */
final class FileType {

  static final String UNKNOWN = "application/octet-stream";

  private static final Set<String> SAYS_NOTHING =
      Set.of(
          "binary/octet-stream",
          "application/x-download",
          "application/download",
          "application/force-download",
          "application/x-octet-stream");
  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

  private FileType() {}

  /**
   * @param header Content-Type, or null
   * @param taken as {@link UploadLimits#takes}
   * @throws Problem 415 when it is no sound, picture or film
   */
  static String of(@Nullable String header, String filename, Predicate<String> taken) {
    String said = bare(header);
    if (PAGES.contains(said)) {
      throw Problem.of(
          415,
          "not-a-file",
          "The address leads to a web page and not to a file. Open it, find the link that downloads"
              + " the file itself, and bring that.");
    }
    if (taken.test(said)) {
      return said;
    }
    return MediaTypeFactory.getMediaType(filename)
        .map(MimeType::toString)
        .filter(taken)
        .orElseThrow(
            () ->
                Problem.of(
                    415,
                    "unsupported-type",
                    "The server says that the file is %s, and the hub takes video, audio and images. Name the address of one of these."
                        .formatted(said)));
  }

  private static String bare(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return UNKNOWN;
    }
    try {
      MimeType type = MimeType.valueOf(header);
      String said = type.getType() + "/" + type.getSubtype();
      return SAYS_NOTHING.contains(said) || type.isWildcardType() ? UNKNOWN : said;
    } catch (InvalidMimeTypeException unreadable) {
      return UNKNOWN;
    }
  }
}
