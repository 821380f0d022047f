package aln.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.springframework.util.FileSystemUtils;

/**
 * Nobody sees, plays, changes or deletes what is not theirs, and a wrong request says what to do: a
 * class for each noun, and one hub for all of them.
 */
@ExtendWith(Refusals.OneHub.class)
abstract class Refusals {

  static final Duration LONG = Duration.ofMinutes(2);

  /** Long enough for a test, short enough to see one end. */
  static final Duration PLAYBACK = Duration.ofSeconds(15);

  static Path folder;
  static Hub hub;
  static Api owner;
  static Api stranger;

  /** A complete private video of the owner, 640×360. */
  static UUID video;

  /** Playlists, a segment and the poster. */
  static List<String> addresses(JsonNode playback) {
    Hls stream = Hls.of(URI.create(playback.path("hls").asText()));
    Hls.Rendition rendition = stream.video().get(0);
    return List.of(
        stream.master().toString(),
        rendition.playlist().toString(),
        rendition.init().toString(),
        rendition.pieces().get(0).toString(),
        playback.path("poster").asText());
  }

  static String token(JsonNode playback) {
    return playback.path("hls").asText().replaceAll(".*/play/([^/]+)/.*", "$1");
  }

  /** Started by the first class, ended after the last. */
  static final class OneHub implements BeforeAllCallback, CloseableResource {

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
      var store = test.getRoot().getStore(Namespace.create(OneHub.class));
      if (store.get(OneHub.class) == null) {
        store.put(OneHub.class, this);
        start();
      }
    }

    private static void start() throws IOException {
      folder = Files.createTempDirectory("aln-refusals");
      hub = Hub.start(folder, Map.of("ALN_PLAYBACK_EXPIRY", PLAYBACK.toSeconds() + "s"));
      owner = hub.user();
      stranger = hub.user();
      video = owner.upload(Clips.film(folder, 5));
      owner.awaitComplete(video, LONG);
    }

    @Override
    public void close() throws Exception {
      if (hub != null) {
        hub.close();
      }
      FileSystemUtils.deleteRecursively(folder);
    }
  }
}
