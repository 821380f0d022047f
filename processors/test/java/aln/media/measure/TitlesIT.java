package aln.media.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aln.media.Studio;
import aln.media.Tools;
import aln.media.plan.TitleFit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films of different kinds get different ladders, by short samples of each. */
class TitlesIT {

  @TempDir Path directory;

  @Test
  void haveLaddersOfTheirOwn() throws IOException {
    TitleFit animation = fit("agent327_720p24_first60s.ts");
    TitleFit film = fit("sintel_trailer_720p24.mp4");
    TitleFit talk = fit("talk_720p_movtext_spa_eng.mp4");
    for (TitleFit each : new TitleFit[] {animation, film, talk}) {
      assertThat(each.rungs())
          .extracting(TitleFit.Rung::name)
          .containsExactly("720p", "480p", "360p");
      assertThat(each.rungs().get(0).leftOut()).isNull();
      assertThat(each.rungs().get(0).sampledSsim()).isBetween(0.9, 0.9999);
      assertThat(each.rungs().get(0).enlargedSsim()).isBetween(0.8, 0.9999);
    }
    assertThat(choice(animation)).isNotEqualTo(choice(film)).isNotEqualTo(choice(talk));
    assertThat(choice(film)).isNotEqualTo(choice(talk));
  }

  private static String choice(TitleFit fit) {
    StringBuilder choice = new StringBuilder();
    fit.rungs()
        .forEach(rung -> choice.append(rung.leftOut() == null ? rung.quality() + " " : "- "));
    return choice + " " + fit.rungs().get(0).cap();
  }

  private TitleFit fit(String clip) throws IOException {
    assumeTrue(Tools.clips().isPresent(), "ALN_TEST_MEDIA names no folder of clips");
    Path source = Tools.clips().orElseThrow().resolve("video").resolve(clip).toAbsolutePath();
    Studio studio = new Studio(Studio.SETTINGS, directory);
    TitleFit fit = studio.sample(studio.inspect(source), source, "standard");
    assertThat(fit).as(clip).isNotEqualTo(TitleFit.NONE);
    return fit;
  }
}
