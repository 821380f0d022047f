package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The words in a film can be read while it plays. */
@TestInstance(Lifecycle.PER_CLASS)
class FilmSubtitlesIT {

  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir static Path folder;
  private Hub hub;
  private Api creator;
  private URI master;

  @BeforeAll
  void aFilmWithWordsInIt() throws IOException {
    hub = Hub.start(folder, Map.of());
    creator = hub.user();
    UUID film =
        creator.upload(
            Clips.withWords(
                Clips.film(folder, "film.mp4", "320x240", 5),
                "00:00:01,000 --> 00:00:02,000",
                "Karibu"));
    creator.awaitComplete(film, LONG);
    creator.awaitSideTasks(film, LONG);
    master = URI.create(creator.playback(film).path("hls").asText());
  }

  @AfterAll
  void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void standInTheMasterPlaylistWithTheirLanguage() {
    assertThat(text(master))
        .contains(
            "NAME=\"Swahili\",LANGUAGE=\"sw\",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI=\"subtitles/subtitles-1/index.m3u8\"")
        .contains(",SUBTITLES=\"subtitles\"");
  }

  @Test
  void comeFromTheStoreAsWebVtt() {
    String playlist = text(master.resolve("subtitles/subtitles-1/index.m3u8"));
    assertThat(playlist).contains("\nwords.vtt\n#EXT-X-ENDLIST");
    URI words = Http.get(master.resolve("subtitles/subtitles-1/words.vtt")).expect(302).location();
    assertThat(text(words)).contains("00:00:01.000 --> 00:00:02.000\nKaribu\n");
  }

  @Test
  void areInTheManifestToo() {
    assertThat(text(master.resolve("manifest.mpd")))
        .contains("contentType=\"text\" mimeType=\"text/vtt\" lang=\"sw\"")
        .contains("<BaseURL>subtitles/subtitles-1/words.vtt</BaseURL>");
  }

  @Test
  void areNotThereUnderAnyOtherNameOrToken() {
    Http.get(master.resolve("subtitles/subtitles-2/index.m3u8")).refuses(404);
    Http.get(master.resolve("subtitles/subtitles-2/words.vtt")).refuses(404);
    Http.get(master.resolve("../nobody/subtitles/subtitles-1/words.vtt")).refuses(404);
  }

  private static String text(URI address) {
    return Http.get(address).expect(200).text();
  }
}
