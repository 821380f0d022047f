package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HLS stream (RFC 8216) as a player fetches it.
 *
 * @param master the multivariant playlist's address
 * @param video of the renditions with a picture, in the playlist's order
 * @param audio of the sound tracks
 */
record Hls(URI master, List<Rendition> video, List<Rendition> audio) {

  private static final Pattern AUDIO =
      Pattern.compile("#EXT-X-MEDIA:.*TYPE=AUDIO.*URI=\"([^\"]+)\"");

  static Hls of(URI master) {
    String text = playlist(master);
    List<Rendition> video = new ArrayList<>();
    List<Rendition> audio = new ArrayList<>();
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> video.add(Rendition.of(master.resolve(line))));
    Matcher tracks = AUDIO.matcher(text);
    while (tracks.find()) {
      audio.add(Rendition.of(master.resolve(tracks.group(1))));
    }
    return new Hls(master, video, audio);
  }

  List<Rendition> all() {
    List<Rendition> all = new ArrayList<>(video);
    all.addAll(audio);
    return all;
  }

  private static String playlist(URI address) {
    Answer answer = Http.get(address).expect(200);
    assertThat(answer.header("Content-Type")).startsWith("application/vnd.apple.mpegurl");
    assertThat(answer.text()).startsWith("#EXTM3U");
    return answer.text();
  }

  /**
   * @param pieces the initialisation section and every segment
   * @param durations of the segments, seconds as written
   * @param ended whether nothing more will come
   */
  record Rendition(
      URI playlist, URI init, List<URI> pieces, List<String> durations, boolean ended) {

    private static final Pattern MAP = Pattern.compile("#EXT-X-MAP:URI=\"([^\"]+)\"");
    private static final Pattern SEGMENT =
        Pattern.compile("#EXTINF:([0-9.]+),[^\\n]*\\n([^#\\n]+)");

    static Rendition of(URI address) {
      String text = Hls.playlist(address);
      Matcher map = MAP.matcher(text);
      assertThat(map.find()).as(text).isTrue();
      Map<URI, String> segments = new LinkedHashMap<>();
      Matcher each = SEGMENT.matcher(text);
      while (each.find()) {
        String before = segments.put(address.resolve(each.group(2)), each.group(1));
        assertThat(before).as("named twice: " + each.group(2)).isNull();
      }
      return new Rendition(
          address,
          address.resolve(map.group(1)),
          List.copyOf(segments.keySet()),
          List.copyOf(segments.values()),
          text.contains("#EXT-X-ENDLIST"));
    }

    double duration() {
      return durations.stream().mapToDouble(Double::parseDouble).sum();
    }

    /** All of it in one file; every piece comes from the store by a redirect of the hub. */
    Path joined(Path folder) throws IOException {
      Path file = Files.createTempFile(folder, "joined", ".mp4");
      try (OutputStream out = Files.newOutputStream(file)) {
        out.write(piece(init));
        for (URI segment : pieces) {
          out.write(piece(segment));
        }
      }
      return file;
    }

    private static byte[] piece(URI address) {
      Answer redirect = Http.get(address).expect(302);
      assertThat(redirect.text()).as("no media through the hub").isEmpty();
      URI store = redirect.location();
      assertThat(store.getAuthority()).isNotEqualTo(address.getAuthority());
      assertThat(store.getQuery()).contains("X-Amz-Signature=").contains("X-Amz-Expires=60");
      return Http.bytes(store);
    }
  }
}
