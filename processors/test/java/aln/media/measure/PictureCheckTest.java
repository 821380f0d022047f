package aln.media.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureCheckTest {

  private static final Thumb BLACK = thumb(i -> 16);
  private static final Thumb WHITE = thumb(i -> 235);

  @Test
  void takesAPictureThatIsNearlyTheSame() {
    assertThat(fault(scene(0, 0), scene(0, 3))).isEmpty();
  }

  @Test
  void takesABlackFilmAndAFadeToWhite() {
    assertThat(fault(List.of(BLACK, BLACK), List.of(BLACK, BLACK))).isEmpty();
    assertThat(fault(List.of(BLACK, WHITE), List.of(BLACK, WHITE))).isEmpty();
  }

  @Test
  void takesNoiseThatAnEncoderHasBlurred() {
    Random random = new Random(1);
    Thumb noise = thumb(i -> 128 + (int) (15 * random.nextGaussian()));
    Thumb blurred = thumb(i -> 128 + (i % 7));
    assertThat(fault(List.of(noise, noise), List.of(noise, noise))).isEmpty();
    assertThat(noise.difference(blurred)).isGreaterThan(8);
  }

  @Test
  void takesAStillFilm() {
    assertThat(fault(List.of(lit(0), lit(0), lit(0)), List.of(lit(0), lit(0), lit(0)))).isEmpty();
  }

  @Test
  void refusesBlackWhereThereIsADarkPicture() {
    Thumb dark = thumb(i -> i % 2 == 0 ? 16 : 26);
    assertThat(fault(List.of(dark), List.of(BLACK))).contains("is blank where the source is not");
    assertThat(fault(scene(0, 0), List.of(lit(0), BLACK, lit(2)))).isPresent();
  }

  @Test
  void refusesAnotherPicture() {
    assertThat(fault(List.of(WHITE), List.of(BLACK)))
        .contains("shows something else than the source");
    assertThat(fault(List.of(lit(0)), List.of(thumb(i -> 255 - 8 * (i / 32))))).isPresent();
  }

  @Test
  void refusesWhatStandsStill() {
    assertThat(fault(scene(0, 0), List.of(lit(0), lit(0), lit(0))))
        .contains("stands still where the source moves");
  }

  @Test
  void comparesOnlyWhatBothHave() {
    assertThat(fault(scene(0, 0), List.of(lit(0)))).isEmpty();
    assertThat(fault(List.of(), List.of(lit(0)))).isEmpty();
  }

  private static java.util.Optional<String> fault(List<Thumb> source, List<Thumb> output) {
    return new PictureCheck(source, output).fault();
  }

  /** Three moments, each a little further. */
  private static List<Thumb> scene(int from, int off) {
    return IntStream.range(0, 3).mapToObj(i -> lit(from + i, off)).toList();
  }

  private static Thumb lit(int moment) {
    return lit(moment, 0);
  }

  /** Darker to the top, and all of it getting brighter. */
  private static Thumb lit(int moment, int off) {
    return thumb(i -> 20 + 6 * (i / 32) + 3 * moment + (i % 3 == 0 ? off : 0));
  }

  private static Thumb thumb(IntUnaryOperator brightness) {
    byte[] pixels = new byte[1024];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.max(0, Math.min(255, brightness.applyAsInt(i)));
    }
    return new Thumb(pixels);
  }
}
