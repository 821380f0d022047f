package aln.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundleTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void putsSidecarsToTheirFile() {
    assertThat(bundles("u/a.jpg", "u/a.mp4", "u/a.srt", "u/a.yaml", "u/b.mp4"))
        .containsExactly("a.mp4 + a.jpg a.srt a.yaml", "b.mp4 +");
  }

  @Test
  void takesAPictureForAWorkUnlessItIsThePosterOfAFilmOrASound() {
    assertThat(bundles("u/photo.jpg", "u/photo.yaml")).containsExactly("photo.jpg + photo.yaml");
    assertThat(bundles("u/song.flac", "u/song.png")).containsExactly("song.flac + song.png");
    assertThat(bundles("u/raw.cr3", "u/raw.jpg", "u/raw.yaml"))
        .as("a raw picture and the same as a JPEG")
        .containsExactly("raw.cr3 + raw.yaml", "raw.jpg +");
  }

  @Test
  void keepsFoldersAndUsersApart() {
    assertThat(bundles("u/a/film.mp4", "u/b/film.yaml", "v/a/film.srt"))
        .containsExactly("a/film.mp4 +", "null + b/film.yaml", "null + a/film.srt");
  }

  @Test
  void givesSidecarsToTheFirstOfSeveral() {
    assertThat(bundles("u/a.mov", "u/a.mp4", "u/a.yaml"))
        .containsExactly("a.mov + a.yaml", "a.mp4 +");
  }

  @Test
  void isAsYoungAsItsYoungestPart() {
    var film = new DropFile(DropKey.of("u/a.mp4"), 1, "e", NOON);
    var sidecar = new DropFile(DropKey.of("u/a.yaml"), 1, "e", NOON.plusSeconds(9));
    var bundle = new Bundle(film, List.of(sidecar));
    assertThat(bundle.isOlderThan(NOON.plusSeconds(9))).isFalse();
    assertThat(bundle.isOlderThan(NOON.plusSeconds(10))).isTrue();
  }

  private static List<String> bundles(String... keys) {
    List<DropFile> files =
        Stream.of(keys).map(key -> new DropFile(DropKey.of(key), 1, "e", NOON)).toList();
    return Bundle.of(files).stream().map(BundleTest::text).toList();
  }

  private static String text(Bundle bundle) {
    var file = bundle.file() == null ? null : bundle.file().key().path();
    return Stream.concat(
            Stream.of(file + " +"), bundle.sidecars().stream().map(each -> each.key().path()))
        .reduce((one, other) -> one + " " + other)
        .orElseThrow();
  }
}
