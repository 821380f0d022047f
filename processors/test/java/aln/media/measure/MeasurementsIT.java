package aln.media.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aln.media.BadOutput;
import aln.media.Studio;
import aln.media.Tools;
import aln.media.encode.EncodeCommands;
import aln.media.encode.EncodedTrack;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Plan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real FFmpeg made of a small moving film, measured by real FFmpeg. */
class MeasurementsIT {

  @TempDir Path directory;

  private Studio studio;
  private Path source;
  private Plan plan;

  @BeforeEach
  void aFilm() throws IOException {
    source = directory.resolve("source.mkv");
    Tools.ffmpeg(
        directory.toFile(),
        "-f",
        "lavfi",
        "-i",
        "testsrc2=s=854x480:r=25:d=30",
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=440:duration=30:sample_rate=48000",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-c:a",
        "flac",
        source.toString());
    studio = new Studio(Studio.settings(Duration.ofSeconds(16)), directory);
    plan = studio.plan(studio.inspect(source));
  }

  @Test
  void sayHowMuchAndHowGood() throws IOException {
    long frames = 0;
    for (EncodeVideo chunk : plan.encodeVideo()) {
      List<Measurement> made = studio.measure(chunk, studio.encode(chunk, source));
      assertThat(made).extracting(Measurement::rendition).containsExactly("480p", "360p");
      for (Measurement each : made) {
        assertThat(each.framesOut()).isEqualTo(each.framesIn()).isEqualTo(chunk.chunk().frames());
        assertThat(each.secondsOut()).isCloseTo(chunk.chunk().frames() / 25.0, within(1e-6));
        assertThat(each.bytes()).isPositive();
        assertThat(each.ssim().frames()).isEqualTo(chunk.chunk().frames() > 300 ? 8 : 3);
        assertThat(each.ssim().mean()).isBetween(0.9, 0.9999);
        assertThat(each.ssim().worst()).isBetween(0.85, each.ssim().mean());
      }
      frames += chunk.chunk().frames();
    }
    assertThat(frames).isEqualTo(750);
    EncodeAudio sound = plan.encodeAudio().get(0);
    Measurement heard = studio.measure(sound, studio.encode(sound, source)).get(0);
    assertThat(heard.loudness().source()).isBetween(-30.0, -10.0);
    assertThat(heard.loudness().output()).isCloseTo(heard.loudness().source(), within(0.5));
    assertThat(heard.secondsOut()).isCloseTo(30, within(0.1));
  }

  @Test
  void refuseWhatWasMadeOfAnotherPicture() throws IOException {
    EncodeVideo chunk = plan.encodeVideo().get(0);
    List<EncodedTrack> tracks = studio.encode(chunk, source);
    File seen = new File(tracks.get(0).file().getParentFile(), EncodeCommands.CHECKPOINTS);
    byte[] other = new byte[(int) seen.length()];
    Arrays.fill(other, (byte) 235);
    Files.write(seen.toPath(), other);
    assertThatThrownBy(() -> studio.measure(chunk, tracks))
        .isInstanceOf(BadOutput.class)
        .hasMessage("Rendition 480p, chunk 0: shows something else than the source");
  }

  @Test
  void compareNoFramesWhereNoneAreWanted() throws IOException {
    var settings = Studio.settings(Duration.ofSeconds(16));
    var none =
        new aln.media.MediaSettings(
            settings.ladder(),
            settings.segmentLength(),
            settings.chunkLength(),
            0,
            settings.secondSets(),
            settings.limits());
    Studio plain = new Studio(none, directory);
    EncodeVideo chunk = plan.encodeVideo().get(0);
    List<EncodedTrack> tracks = plain.encode(chunk, source);
    assertThat(plain.measure(chunk, tracks)).extracting(Measurement::ssim).containsOnlyNulls();
    assertThat(new File(tracks.get(0).file().getParentFile(), EncodeCommands.REFERENCE))
        .doesNotExist();
  }
}
