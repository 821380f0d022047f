package aln.content;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RenditionRowTest {

  @Example
  void isCalledByTitleAndSize() {
    assertThat(video().filename("Ìtàn Ayé")).isEqualTo("Ìtàn Ayé 720p.mp4");
    assertThat(sound().filename("A song")).isEqualTo("A song.m4a");
  }

  @Example
  void hasAName() {
    assertThat(video().filename(" ")).isEqualTo("aln 720p.mp4");
    assertThat(video().filename("../..\\x\r\nSet-Cookie: a")).isEqualTo("x Set-Cookie a 720p.mp4");
  }

  @Property
  void leadsNowhereWhateverTheTitleIs(@ForAll String title) {
    assertThat(video().filename(title))
        .doesNotContain("/", "\\", "\"", "\n", "\r", "\0")
        .doesNotStartWith(".")
        .endsWith("720p.mp4")
        .hasSizeLessThan(220);
  }

  private static RenditionRow video() {
    return row("720p", "video");
  }

  private static RenditionRow sound() {
    return row("audio-1", "audio");
  }

  private static RenditionRow row(String name, String kind) {
    return new RenditionRow(name, kind, null, null, null, null, null, null, null);
  }
}
