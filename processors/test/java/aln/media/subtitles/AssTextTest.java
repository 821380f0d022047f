package aln.media.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain words | plain words",
        "a & b < c --> d | a &amp; b &lt; c --&gt; d",
        "{\\i1}there{\\i0} and here | <i>there</i> and here",
        "{\\b1}a{\\i1}b{\\b0}c | <b>a</b><b><i>b</i></b><i>c</i>",
        "{\\b700}heavy{\\b} not | <b>heavy</b> not",
        "{\\i1}left open | <i>left open</i>",
        "{\\c&H0000ff&\\fs30\\fad(100,100)}red | red",
        "{\\be1\\bord2\\iclip(1,2,3,4)\\pos(10,20)}blurred | blurred",
        "{\\p1}m 0 0 l 100 0{\\p0}drawn | drawn",
        "\\{braces\\} and \\\\ | {braces} and \\",
        "{\\i1}struck{\\r} out | <i>struck</i> out",
      })
  void becomesWebVtt(String ass, String webVtt) {
    assertThat(AssText.read(ass).webVtt()).isEqualTo(webVtt);
  }

  @Test
  void keepsLinesButNoEmptyOnes() {
    assertThat(AssText.read("one\\N\\N {\\i1}two\\N{\\i0}\\nthree\\hfour").webVtt())
        .isEqualTo("one\n<i>two</i>\nthree\u00a0four");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\\an8}up", "{\\a6}up", "{\\i1\\an7}up"})
  void seesWhatBelongsToTheTop(String ass) {
    assertThat(AssText.read(ass).atTop()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"down", "{\\an2}down", "{\\a2}down", "{\\alpha&H80&}down"})
  void leavesTheRestAtTheBottom(String ass) {
    assertThat(AssText.read(ass).atTop()).isFalse();
  }
}
