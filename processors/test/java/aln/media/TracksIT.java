package aln.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aln.media.encode.EncodedTrack;
import aln.media.plan.AudioRendition;
import aln.media.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sound of all kinds, alone and beside a picture that lasts longer or shorter. */
class TracksIT {

  private static final String TONE = "sine=f=440:r=48000:d=";

  @TempDir Path directory;

  private final String picture = Numbered.picture("25", 2);

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mono.mp4    | -ac 1 -c:a aac                              | 1
          stereo.mkv  | -ac 2 -c:a flac                             | 2
          cinema.mkv  | -ac 6 -c:a ac3                              | 2
          side.mp4    | -af aformat=channel_layouts=5.1(side) -c:a ac3 | 2
          seven.mov   | -ac 8 -c:a pcm_s24le                        | 2
          three.mov   | -af aformat=channel_layouts=2.1 -c:a pcm_s16le | 2
          studio.mov  | '-filter_complex [0:a]pan=10C|c0=c0|c1=c0|c9=c0[x] -map [x] -c:a pcm_s16le' | 2
          console.mkv | '-filter_complex [0:a]pan=16C|c0=c0|c1=c0[x] -map [x] -c:a pcm_s16le' | 2
          phone.3gp   | -ac 1 -ar 8000 -c:a aac                     | 1
          hires.mkv   | -ac 2 -ar 192000 -c:a flac                  | 2
          """)
  void soundsLikeItself(String file, String options, int channels) throws IOException {
    Path source = new Made(directory).file(file, List.of(TONE + 2), options);
    Studio studio = new Studio(Studio.SETTINGS, directory);
    Plan plan = studio.plan(studio.inspect(source), Studio.QUICK);
    assertThat(plan.audio()).extracting(AudioRendition::channels).containsExactly(channels);
    Path made = studio.joined(studio.encode(plan.encodeAudio().get(0), source));
    assertThat(Tools.loudness(made)).isGreaterThan(-40);
  }

  @Test
  void areNamedByTheirLanguagesTheDefaultFirst() throws IOException {
    Path source =
        new Made(directory)
            .file(
                "film.mkv",
                List.of(picture, TONE + 2, TONE + 2, TONE + 2),
                "-map 0 -map 1 -map 2 -map 3 -c:v libx264 -preset ultrafast -c:a aac"
                    + " -metadata:s:a:0 language=swa -metadata:s:a:1 language=fre -metadata:s:a:2 language=yor"
                    + " -disposition:a:0 0 -disposition:a:1 default");
    Studio studio = new Studio(Studio.SETTINGS, directory);
    assertThat(studio.plan(studio.inspect(source)).audio())
        .extracting(AudioRendition::language)
        .containsExactly("fr", "sw", "yo");
  }

  @Test
  void goOnSilentlyToTheEndOfThePicture() throws IOException {
    Path source = film(Numbered.picture("25", 9), 3);
    Studio studio = new Studio(Studio.SETTINGS, directory);
    Plan plan = studio.plan(studio.inspect(source), Studio.QUICK);
    List<EncodedTrack> sound = studio.encode(plan.encodeAudio().get(0), source);
    OutputProbe made = OutputProbe.of(studio.joined(sound), "0");
    assertThat(made.packets().size() * 1024 / 48_000.0).isCloseTo(9, within(0.05));
    assertThat(sound.get(0).segments()).hasSize(3);
  }

  @Test
  void haveThePicturesLastFrameToTheirEnd() throws IOException {
    Path source = film(picture, 9);
    Studio studio = new Studio(Studio.settings(java.time.Duration.ofSeconds(4)), directory);
    Plan plan = studio.plan(studio.inspect(source), Studio.QUICK);
    assertThat(plan.encodeVideo()).hasSize(1);
    assertThat(plan.durationMicros() / 1e6).isCloseTo(9, within(0.05));
    List<EncodedTrack> tracks = studio.encode(plan.encodeVideo().get(0), source);
    List<Integer> numbers = Numbered.read(studio.joined(tracks.subList(0, 1)));
    assertThat(numbers.size()).isBetween(224, 227);
    assertThat(numbers.subList(49, numbers.size())).containsOnly(49);
  }

  @Test
  void haveTheirOneFrameToTheirEnd() throws IOException {
    Path source =
        new Made(directory)
            .file(
                "podcast.mp4",
                List.of(picture, TONE + 9),
                "-map 0:v -map 1:a -vf trim=end_frame=1 -c:v libx264 -preset ultrafast -c:a aac");
    Studio studio = new Studio(Studio.SETTINGS, directory);
    Plan plan = studio.plan(studio.inspect(source), Studio.QUICK);
    List<EncodedTrack> tracks = studio.encode(plan.encodeVideo().get(0), source);
    assertThat(Numbered.read(studio.joined(tracks.subList(0, 1))))
        .containsOnly(0)
        .hasSizeBetween(224, 227);
  }

  /** Broadcasts change from stereo to 5.1 with the programme. */
  @Test
  void mayChangeTheirChannelsOnTheWay() throws IOException {
    Made maker = new Made(directory);
    Path stereo = maker.file("stereo.ts", List.of(TONE + 2), "-ac 2 -c:a ac3 -muxdelay 0");
    Path cinema =
        maker.file(
            "cinema.ts", List.of(TONE + 2), "-ac 6 -c:a ac3 -muxdelay 0 -output_ts_offset 2");
    Path both = directory.resolve("both.ts");
    try (var out = java.nio.file.Files.newOutputStream(both)) {
      java.nio.file.Files.copy(stereo, out);
      java.nio.file.Files.copy(cinema, out);
    }
    Studio studio = new Studio(Studio.SETTINGS, directory);
    Plan plan = studio.plan(studio.inspect(both), Studio.QUICK);
    Path made = studio.joined(studio.encode(plan.encodeAudio().get(0), both));
    assertThat(OutputProbe.of(made, "0").packets().size() * 1024 / 48_000.0)
        .isCloseTo(4, within(0.1));
    assertThat(Tools.loudness(made)).isGreaterThan(-40);
  }

  private Path film(String video, int seconds) {
    return new Made(directory)
        .file(
            "film.mp4",
            List.of(video, TONE + seconds),
            "-map 0:v -map 1:a -c:v libx264 -preset ultrafast -c:a aac");
  }
}
