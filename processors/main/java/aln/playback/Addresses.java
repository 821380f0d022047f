package aln.playback;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The hub's addresses of what a playback lets its holder fetch. */
@Component
public class Addresses {

  private final URI hub;

  public Addresses(@Value("${aln.public-url}") URI hub) {
    this.hub = hub;
  }

  /** The multivariant playlist. */
  public URI master(Token token) {
    return of(token, "master.m3u8");
  }

  /** The DASH manifest. */
  public URI manifest(Token token) {
    return of(token, "manifest.mpd");
  }

  /** The media playlist of one rendition. */
  public URI rendition(Token token, String name) {
    return of(token, name + "/index.m3u8");
  }

  public URI poster(Token token) {
    return of(token, "poster.jpg");
  }

  /** The tiles for seeking, as WebVTT. */
  public URI storyboard(Token token) {
    return of(token, "storyboard.vtt");
  }

  private URI of(Token token, String path) {
    return hub.resolve("/play/" + token.text() + "/" + path);
  }
}
