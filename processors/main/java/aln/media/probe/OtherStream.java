package aln.media.probe;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is listed and not encoded.
 *
 * @param type video, audio, subtitle, data, attachment
 * @param codec FFmpeg's name, or the file's four letters, or "unknown"
 * @param marks what the file says it is for, in FFmpeg's words: default, forced, hearing_impaired…
 */
public record OtherStream(
    int index,
    String type,
    String codec,
    @Nullable String language,
    @Nullable String title,
    Set<String> marks) {

  public OtherStream {
    marks = Set.copyOf(marks);
  }
}
