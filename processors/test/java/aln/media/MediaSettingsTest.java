package aln.media;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.encode.EncodeCommands;
import aln.media.encode.Segments;
import aln.media.plan.Ladder;
import aln.media.plan.Renditions;
import aln.media.probe.InspectCommands;
import aln.media.probe.Inspections;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MediaSettingsTest {

  private final ApplicationContextRunner hub =
      new ApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withUserConfiguration(MediaConfiguration.class)
          .withBean(InspectCommands.class)
          .withBean(Inspections.class)
          .withBean(Renditions.class)
          .withBean(EncodeCommands.class)
          .withBean(Segments.class);

  @Test
  void comeFromTheShippedFileAndAreTheDefaults() {
    hub.run(context -> assertThat(context.getBean(MediaSettings.class)).isEqualTo(Studio.SETTINGS));
  }

  @Test
  void nameTheLadder() {
    hub.run(
        context ->
            assertThat(context.getBean(Ladder.class).rungs())
                .extracting(Ladder.Rung::shortSide)
                .containsExactly(1080, 720, 480, 360));
    hub.withPropertyValues("aln.media.ladder=none")
        .run(
            context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("none.yaml"));
  }
}
