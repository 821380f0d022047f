package aln.drop;

import static org.assertj.core.api.Assertions.assertThat;

import aln.drop.DropKey.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropKeyTest {

  @Test
  void tellsWhoseFolderItIs() {
    DropKey key = DropKey.of("amina@example.com/wedding/dance.final.MP4");
    assertThat(key.user()).isEqualTo("amina@example.com");
    assertThat(key.path()).isEqualTo("wedding/dance.final.MP4");
    assertThat(key.stem()).isEqualTo("wedding/dance.final");
    assertThat(key.key()).isEqualTo("amina@example.com/wedding/dance.final.MP4");
    assertThat(DropKey.of("film.mp4").user()).isEmpty();
    assertThat(DropKey.of("film.mp4").key()).isEqualTo("film.mp4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u/",
        "u/folder/",
        "u/.rejected/film.mp4",
        "u/.DS_Store",
        ".trash/u/film.mp4",
        "u/~$a.doc",
        "u/film.mp4.part",
        "u/film.mp4.PARTIAL",
        "u/film.tmp",
        "u/film.crdownload"
      })
  void leavesAloneWhatIsHiddenOrBeingWritten(String key) {
    assertThat(DropKey.of(key).isLeftAlone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"u/film.mp4", "u/noending", "u/a.part/film.mp4", "u/film..mp4"})
  void seesEverythingElse(String key) {
    assertThat(DropKey.of(key).isLeftAlone()).isFalse();
  }

  @Test
  void tellsTheRoleByTheEnding() {
    assertThat(DropKey.of("u/a.YAML").role()).isEqualTo(Role.METADATA);
    assertThat(DropKey.of("u/a.srt").role()).isEqualTo(Role.CAPTIONS);
    assertThat(DropKey.of("u/a.JPEG").role()).isEqualTo(Role.PICTURE);
    assertThat(DropKey.of("u/a.mkv").role()).isEqualTo(Role.FILE);
    assertThat(DropKey.of("u/yaml").role()).isEqualTo(Role.FILE);
  }

  @Test
  void takesAPosterWhereThereIsNoPictureYet() {
    assertThat(DropKey.of("u/a.mkv").takesAPoster()).isTrue();
    assertThat(DropKey.of("u/a.opus").takesAPoster()).isTrue();
    assertThat(DropKey.of("u/a.nef").takesAPoster()).isFalse();
    assertThat(DropKey.of("u/a.tif").takesAPoster()).isFalse();
  }
}
