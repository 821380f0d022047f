package aln.fetch;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/** What a file is called that comes from somewhere; metadata, never a path. */
final class FileName {

  private static final int LONGEST = 255;

  private FileName() {}

  /** The last part of its address that has any text, else the host. */
  static String of(URI address) {
    List<String> segments = HttpUrl.get(address.toString()).pathSegments();
    for (int i = segments.size() - 1; i >= 0; i--) {
      Optional<String> name = clean(segments.get(i));
      if (name.isPresent()) {
        return name.get();
      }
    }
    return clean(address.getHost()).orElse("file");
  }

  /**
   * As a server names it (RFC 6266).
   *
   * @param disposition the header Content-Disposition
   */
  static Optional<String> in(@Nullable String disposition) {
    try {
      return disposition == null
          ? Optional.empty()
          : Optional.ofNullable(ContentDisposition.parse(disposition).getFilename())
              .flatMap(FileName::clean);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> clean(String text) {
    String name = text.substring(text.replace('\\', '/').lastIndexOf('/') + 1);
    name = name.replaceAll("\\p{Cntrl}", " ").strip();
    return Optional.of(name.substring(Math.max(0, name.length() - LONGEST)))
        .filter(each -> !each.isEmpty() && !each.matches("\\.+"));
  }
}
