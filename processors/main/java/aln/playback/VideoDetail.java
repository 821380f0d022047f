package aln.playback;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A video with a playback of its own.
 *
 * @param renditions each with the signed address of its media playlist
 */
public record VideoDetail(
    @JsonUnwrapped Video video, List<Rendition> renditions, Playback playback) {

  /**
   * @param bandwidth peak bits a second
   * @param codecs RFC 6381
   * @param url signed media playlist
   */
  public record Rendition(
      String name,
      String kind,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Double frameRate,
      int bandwidth,
      String codecs,
      @Nullable String language,
      URI url) {}
}
