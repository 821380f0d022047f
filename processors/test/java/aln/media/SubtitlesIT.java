package aln.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aln.media.plan.ExtractSubtitles;
import aln.media.plan.Plan;
import aln.media.plan.SubtitleTrack;
import aln.media.subtitles.SubtitleCommands;
import aln.media.subtitles.Subtitles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words in a source, of whatever format, as WebVTT. */
class SubtitlesIT {

  private static final String SCRIPT =
      """
      1
      00:00:01,000 --> 00:00:02,500
      <i>Habari</i> & karibu, 1 < 2 --> 3

      2
      00:00:00,250 --> 00:00:00,750
      first
      of two lines

      """;

  @TempDir Path directory;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          film.mkv | -c:s subrip
          film.mkv | -c:s ass
          film.mp4 | -c:s mov_text
          film.mkv | -c:s subrip -output_ts_offset 7
          """)
  void areWhatTheyWere(String name, String options) throws IOException {
    Files.writeString(directory.resolve("words.srt"), SCRIPT);
    Path source = new Made(directory).file(name, List.of(picture()), words(options));
    ExtractSubtitles spec = spec(source);
    assertThat(write(spec, source)).isEqualTo(spec.tracks());
    assertThat(directory.resolve("subtitles-1.vtt"))
        .hasContent(
            """
            WEBVTT
            X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0

            00:00:00.250 --> 00:00:00.750
            first
            of two lines

            00:00:01.000 --> 00:00:02.500
            <i>Habari</i> &amp; karibu, 1 &lt; 2 --&gt; 3
            """);
  }

  @Test
  void keepTheMarkupOfWebVtt() throws IOException {
    String words = "00:00:01.000 --> 00:00:02.000\n<i>a</i> &amp; b &lt; c\n";
    Files.writeString(directory.resolve("words.vtt"), "WEBVTT\n\n" + words);
    Path source =
        new Made(directory)
            .file(
                "film.mkv",
                List.of(picture()),
                "-i words.vtt -map 0 -map 1 -c:v libx264 -c:s copy");
    write(spec(source), source);
    assertThat(directory.resolve("subtitles-1.vtt")).content().endsWith("\n\n" + words);
  }

  @Test
  void areNamedByLanguageAndPurpose() throws IOException {
    Files.writeString(directory.resolve("words.srt"), SCRIPT);
    Path source =
        new Made(directory)
            .file(
                "film.mkv",
                List.of(picture()),
                words("-c:s subrip")
                    + " -map 1 -map 1 -map 1 -metadata:s:s:0 language=swa -metadata:s:s:1 language=swa"
                    + " -metadata:s:s:2 title=Signs -disposition:s:1 hearing_impaired -disposition:s:2 forced");
    assertThat(spec(source).tracks())
        .extracting(
            SubtitleTrack::language,
            SubtitleTrack::label,
            SubtitleTrack::hardOfHearing,
            SubtitleTrack::forced)
        .containsExactly(
            tuple("sw", "Swahili", false, false),
            tuple("sw", "Swahili (2)", true, false),
            tuple(null, "Signs", false, true),
            tuple(null, "Subtitles", false, false));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "talk_720p_movtext_spa_eng.mp4, es en, this is the video you would see on Windows",
    "nasa_2video_2audio_subs.mp4, en en, at NASA’s Goddard Space Flight Center",
    "ass_in_mkv.mkv, '', This is the first subtitle."
  })
  void ofRealFilms(String clip, String languages, String words) throws IOException {
    assumeTrue(Tools.clips().isPresent(), "ALN_TEST_MEDIA names no folder of clips");
    Path source = Tools.clips().orElseThrow().resolve("video").resolve(clip).toAbsolutePath();
    ExtractSubtitles spec = spec(source);
    List<SubtitleTrack> written = write(spec, source);
    assertThat(written.stream().map(SubtitleTrack::language).filter(each -> each != null))
        .containsExactly(languages.isEmpty() ? new String[0] : languages.split(" "));
    SubtitleTrack last = written.get(written.size() - 1);
    assertThat(directory.resolve(last.name() + ".vtt")).content().contains(words);
  }

  @Test
  void thatSayNothingAreNotThere() throws IOException {
    Files.writeString(
        directory.resolve("words.srt"), "1\n00:00:01,000 --> 00:00:02,000\n<i> </i>\n\n");
    Path source = new Made(directory).file("film.mkv", List.of(picture()), words("-c:s ass"));
    assertThat(write(spec(source), source)).isEmpty();
  }

  private static String picture() {
    return "color=c=blue:s=64x64:r=25:d=3";
  }

  private static String words(String options) {
    return "-i words.srt -map 0 -map 1 -c:v libx264 -preset ultrafast " + options;
  }

  private ExtractSubtitles spec(Path source) throws IOException {
    Studio studio = new Studio(Studio.SETTINGS, directory);
    Plan plan = studio.plan(studio.inspect(source), Studio.QUICK);
    assertThat(plan.subtitles()).as("subtitles of " + source).isNotNull();
    return plan.subtitles();
  }

  private List<SubtitleTrack> write(ExtractSubtitles spec, Path source) {
    Tools.Result result =
        Tools.run(
            new SubtitleCommands(Studio.SETTINGS)
                .forTracks(spec, source.toUri(), directory.toFile()));
    assertThat(result.exit()).as(result.stderr()).isZero();
    return new Subtitles().write(spec, directory.toFile());
  }
}
