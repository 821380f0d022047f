package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aln.embedded.SharedParts;
import aln.media.Tools;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What playlists and manifests say is what the segments are, also while they are being made. */
@TestInstance(Lifecycle.PER_CLASS)
class StreamsIT {

  private static final int SECONDS = 18;

  @TempDir static Path folder;
  private SharedParts parts;
  private Hub hub;
  private Api creator;
  private UUID film;

  @BeforeAll
  void aFilmIsMade() throws IOException {
    parts = new SharedParts(folder.resolve("parts"));
    hub = Hub.start(folder.resolve("hub"), Servers.of(parts).with(Growing.SETTINGS));
    creator = hub.user();
    film = creator.upload(Clips.film(folder, "film.mp4", "854x480", SECONDS));
    creator.awaitComplete(film, Duration.ofMinutes(3));
  }

  @AfterAll
  void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
    parts.close();
  }

  @Test
  void hlsPromisesTheBitsThatTheSegmentsHave() {
    Hls stream = creator.stream(film);
    List<String> master = Http.get(stream.master()).expect(200).text().lines().toList();
    long sound = bits(stream.audio().get(0));
    List<String> variants = lines(master, "#EXT-X-STREAM-INF:");
    assertThat(variants).hasSameSizeAs(stream.video());
    for (int i = 0; i < variants.size(); i++) {
      double average = (bits(stream.video().get(i)) + sound) / (double) SECONDS;
      assertThat(number(variants.get(i), "AVERAGE-BANDWIDTH")).isCloseTo(average, within(3000.0));
      assertThat(number(variants.get(i), ":BANDWIDTH")).isGreaterThanOrEqualTo(average);
      assertThat(variants.get(i))
          .contains("VIDEO-RANGE=SDR", "FRAME-RATE=25.000", "CLOSED-CAPTIONS=NONE", "avc1.6400");
    }
  }

  @Test
  void aKeyFrameIsFetchedAloneThroughTheRedirect() throws IOException {
    Hls stream = creator.stream(film);
    List<String> master = Http.get(stream.master()).expect(200).text().lines().toList();
    List<String> looks = lines(master, "#EXT-X-I-FRAME-STREAM-INF:");
    assertThat(looks).hasSameSizeAs(stream.video());
    URI list = stream.master().resolve(group(looks.get(0), "URI=\"([^\"]+)\""));
    String playlist = Http.get(list).expect(200).text();
    assertThat(playlist).contains("#EXT-X-I-FRAMES-ONLY", "#EXT-X-ENDLIST");
    Matcher keyFrame = Pattern.compile("#EXT-X-BYTERANGE:(\\d+)@0\\n(\\S+)\\n").matcher(playlist);
    int found = 0;
    while (keyFrame.find()) {
      long length = Long.parseLong(keyFrame.group(1));
      byte[] head = range(list.resolve(keyFrame.group(2)), length);
      assertThat(head).hasSize((int) length);
      Path alone = folder.resolve("alone.mp4");
      try (OutputStream out = Files.newOutputStream(alone)) {
        out.write(Http.bytes(Http.get(list.resolve("init.mp4")).expect(302).location()));
        out.write(head);
      }
      assertThat(frames(alone)).isEqualTo("1");
      found++;
    }
    assertThat(found).isEqualTo(stream.video().get(0).durations().size());
    Http.get(stream.audio().get(0).playlist().resolve("iframes.m3u8")).refuses(404);
  }

  @Test
  void dashAndHlsNameTheSameSegments() {
    JsonNode playback = creator.playback(film);
    Hls hls = Hls.of(URI.create(playback.path("hls").asText()));
    Dash dash = Dash.of(URI.create(playback.path("dash").asText()));
    assertThat(dash.grows()).isFalse();
    assertThat(dash.pieces().values().stream().flatMap(List::stream))
        .containsExactlyElementsOf(
            hls.all().stream()
                .flatMap(each -> Stream.concat(Stream.of(each.init()), each.pieces().stream()))
                .toList());
    JsonNode detail = creator.get("/api/videos/" + film).expect(200).json();
    Dash.of(URI.create(detail.path("playback").path("dash").asText()));
  }

  @Test
  void ffmpegPlaysAllOfBoth() {
    JsonNode playback = creator.playback(film);
    for (String kind : List.of("hls", "dash")) {
      String address = playback.path(kind).asText();
      assertThat(Probe.of(address, "v:0").times()).as(kind).hasSize(SECONDS * 25);
      assertThat(Probe.of(address, "a:0").span()).as(kind).isCloseTo(SECONDS, within(0.3));
    }
  }

  @Test
  void bothGrowByWhatAllRenditionsHaveAndEnd() {
    UUID other = creator.upload(Clips.film(folder, SECONDS));
    creator.awaitComplete(other, Duration.ofMinutes(3));
    var growing = new Growing(parts.database(), other);
    growing.begin(1);
    JsonNode playback = creator.playback(other);
    URI hls = URI.create(playback.path("hls").asText());
    URI dash = URI.create(playback.path("dash").asText());
    assertThat(Http.get(hls).expect(200).text()).doesNotContain("AVERAGE-BANDWIDTH");
    assertThat(Hls.of(hls).video().get(0).ended()).isFalse();
    assertThat(Dash.of(dash).grows()).isTrue();
    assertThat(Dash.of(dash).segments()).containsOnly(1);

    growing.show(2, 4);
    assertThat(Hls.of(hls).video().get(0).pieces()).hasSize(2);
    assertThat(Hls.of(hls).audio().get(0).pieces()).as("by itself").hasSize(4);
    assertThat(Dash.of(dash).segments()).as("what begins before the shortest ends").containsOnly(2);

    growing.finish();
    assertThat(Hls.of(hls).all()).allMatch(Hls.Rendition::ended);
    assertThat(Dash.of(dash).grows()).isFalse();
    assertThat(Dash.of(dash).mpd().getAttribute("mediaPresentationDuration")).startsWith("PT18");
  }

  @Test
  void everyPictureCanBeDownloadedAsOneFile() throws IOException {
    JsonNode renditions = creator.awaitSideTasks(film, Duration.ofMinutes(1)).path("renditions");
    for (JsonNode rendition : renditions) {
      if (rendition.path("kind").asText().equals("audio")) {
        continue;
      }
      URI url = URI.create(rendition.path("url").asText());
      HttpResponse<byte[]> answer =
          Http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment;")
          .contains("film%20" + rendition.path("name").asText() + ".mp4");
      Path file = Files.write(folder.resolve("download.mp4"), answer.body());
      Probe picture = Probe.of(file.toString(), "v:0");
      assertThat(picture.times()).hasSize(SECONDS * 25);
      assertThat(picture.first()).isZero();
      assertThat(picture.number("height")).isEqualTo(rendition.path("height").asInt());
      Probe sound = Probe.of(file.toString(), "a:0");
      assertThat(sound.first()).as("after the priming").isZero();
      assertThat(sound.span()).isCloseTo(SECONDS, within(0.3));
      String bytes = new String(answer.body(), StandardCharsets.ISO_8859_1);
      assertThat(bytes.indexOf("moov")).as("index in front").isLessThan(bytes.indexOf("mdat"));
      assertThat(bytes).doesNotContain("moof");
    }
    Api stranger = hub.user();
    stranger.get("/api/assets/" + film).refuses(404);
  }

  @Test
  void ffmpegFollowsAGrowingPlaylistToItsEnd() throws Exception {
    UUID other = creator.upload(Clips.film(folder, SECONDS));
    creator.awaitComplete(other, Duration.ofMinutes(3));
    var growing = new Growing(parts.database(), other);
    growing.begin(2);
    String hls = creator.playback(other).path("hls").asText();
    Path progress = folder.resolve("progress");
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () ->
                Tools.ffmpeg(
                    "-live_start_index",
                    "0",
                    "-i",
                    hls,
                    "-map",
                    "0:v:0",
                    "-map",
                    "0:a:0",
                    "-progress",
                    progress.toString(),
                    "-f",
                    "null",
                    "-"));
    Awaitility.await("FFmpeg has begun")
        .atMost(Duration.ofSeconds(30))
        .until(() -> reading.isDone() || seen(progress) > 0);
    growing.show(3, 3);
    growing.finish();
    reading.get(1, TimeUnit.MINUTES);
    assertThat(seen(progress)).isEqualTo(SECONDS * 25);
  }

  private static long bits(Hls.Rendition rendition) {
    return rendition.pieces().stream()
        .mapToLong(piece -> 8L * Http.bytes(Http.get(piece).expect(302).location()).length)
        .sum();
  }

  private static byte[] range(URI piece, long length) {
    URI store = Http.get(piece).expect(302).location();
    HttpRequest request =
        HttpRequest.newBuilder(store).header("Range", "bytes=0-" + (length - 1)).build();
    HttpResponse<byte[]> answer = Http.send(request, BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(206);
    return answer.body();
  }

  /** How many FFmpeg says that it has seen. */
  private static int seen(Path progress) throws IOException {
    Matcher frame =
        Pattern.compile("frame=(\\d+)")
            .matcher(Files.exists(progress) ? Files.readString(progress) : "");
    return frame.results().mapToInt(each -> Integer.parseInt(each.group(1))).max().orElse(0);
  }

  private static String frames(Path file) {
    return Tools.ffprobe(
            "-count_frames",
            "-show_entries",
            "stream=nb_read_frames",
            "-of",
            "csv=p=0",
            file.toString())
        .strip();
  }

  private static List<String> lines(List<String> playlist, String tag) {
    return playlist.stream().filter(line -> line.startsWith(tag)).toList();
  }

  private static double number(String line, String attribute) {
    return Double.parseDouble(group(line, attribute + "=(\\d+)"));
  }

  private static String group(String line, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(line);
    assertThat(found.find()).as(line).isTrue();
    return found.group(1);
  }
}
