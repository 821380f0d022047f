package aln.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aln.ffmpeg.Command;
import aln.media.encode.EncodedSegment;
import aln.media.encode.EncodedTrack;
import aln.media.pictures.Footage;
import aln.media.pictures.Footage.Clip;
import aln.media.pictures.PictureCommands;
import aln.media.pictures.Previews;
import aln.media.pictures.Sheet;
import aln.media.pictures.Still;
import aln.media.pictures.Stills;
import aln.media.pictures.Storyboards;
import aln.media.plan.EncodeVideo;
import aln.media.plan.MakePreview;
import aln.media.plan.MakeStoryboard;
import aln.media.plan.MakeThumbnails;
import aln.media.plan.Plan;
import aln.media.plan.Reel;
import aln.media.plan.SideTasks;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What FFmpeg really makes of committed segments: sheets, stills, previews. */
class PicturesIT {

  @TempDir Path directory;
  private final PictureCommands commands = new PictureCommands(Studio.SETTINGS);
  private final Storyboards storyboards = new Storyboards();
  private final Stills stills = new Stills();
  private final Previews previews = new Previews(new ObjectMapper());
  private Path source;
  private Plan plan;
  private File bench;

  @BeforeEach
  void layOutTheBench() {
    bench = directory.resolve("bench").toFile();
    assertThat(bench.mkdir()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "flower_540p30_cc0.mp4, 160, 90, 960, 540",
    "livingroom_720p_rot90.mp4, 90, 160, 720, 1280",
    "flir_thermal_vfr_1080x1440.mp4, 120, 160, 720, 960",
    "bear_odd_161x121_vp9.webm, 160, 120, 160, 120"
  })
  void makesAllPicturesOfRealClips(
      String clip, int tileWidth, int tileHeight, int width, int height) throws IOException {
    assumeTrue(Tools.clips().isPresent(), "ALN_TEST_MEDIA names no folder of clips");
    inspect(Tools.clips().orElseThrow().resolve("video").resolve(clip).toAbsolutePath());

    Storyboards.Drawing drawing = storyboard();
    assertThat(drawing.board().tileWidth()).isEqualTo(tileWidth);
    assertThat(drawing.board().tileHeight()).isEqualTo(tileHeight);
    assertThat(drawing.board().tiles()).isBetween(1, 13);

    List<Still> found = thumbnails();
    assertThat(found)
        .hasSize(6)
        .isSortedAccordingTo((a, b) -> Long.compare(a.atMicros(), b.atMicros()));
    assertThat(found).extracting(Still::score).allMatch(score -> score > 0.2 && score <= 1);
    BufferedImage best = ImageIO.read(new File(bench, found.get(0).file()));
    assertThat(best.getWidth()).isEqualTo(width);
    assertThat(best.getHeight()).isEqualTo(height);

    OutputProbe preview = preview();
    assertThat(preview.text("codec_name")).isEqualTo("h264");
    assertThat(preview.text("pix_fmt")).isEqualTo("yuv420p");
    assertThat(preview.begin()).isZero();
    assertThat(Math.min(preview.number("width"), preview.number("height")))
        .isLessThanOrEqualTo(480);
  }

  /** Its brightness tells the second. */
  @ParameterizedTest
  @CsvSource({"37, 1, 37", "205, 3, 69", "1010, 10, 101"})
  void aTileShowsWhatIsOnScreenThen(int seconds, int interval, int tiles) throws IOException {
    inspect(
        generated(
            "color=black:s=64x36:r=5:d=%d,geq=lum='16+mod(floor(T),200)':cb=128:cr=128"
                .formatted(seconds)));
    Storyboards.Drawing drawing = storyboard();
    assertThat(drawing.board().intervalMicros()).isEqualTo(interval * 1_000_000L);
    assertThat(drawing.board().tiles()).isEqualTo(tiles);
    assertThat(drawing.sheets()).hasSize((tiles + 99) / 100);
    boolean keyFrames = interval > 4;
    for (int tile = 0; tile < tiles; tile++) {
      int moment = keyFrames ? tile * interval / 4 * 4 : tile * interval;
      assertThat(luma(drawing, tile)).as("tile %d", tile).isCloseTo(moment % 200, within(2.5));
    }
  }

  @Test
  void aVideoOfOneFrameHasAllPictures() throws IOException {
    inspect(generated("testsrc2=s=320x180:r=25:d=0.04"));
    assertThat(storyboard().board().tiles()).isEqualTo(1);
    assertThat(thumbnails()).singleElement().extracting(Still::atMicros).isEqualTo(0L);
    assertThat(preview().packets().size()).isEqualTo(1);
  }

  @Test
  void aVideoThatIsBlackAllThroughHasAllPictures() throws IOException {
    inspect(generated("color=black:s=320x180:r=10:d=362"));
    assertThat(storyboard().board().tiles()).isEqualTo(91);
    assertThat(thumbnails()).hasSize(6).allMatch(still -> still.score() < 0.1);
    assertThat(preview().packets().size()).isEqualTo(48);
  }

  @Test
  void prefersWhatThereIsToSeeToBlackAndBlurredFrames() throws IOException {
    String black = "color=black:s=640x360:r=25:d=8[a];";
    String sharp = "testsrc2=s=640x360:r=25:d=8[b];";
    String blurred = "testsrc2=s=640x360:r=25:d=8,gblur=sigma=30[c];";
    String white = "color=white:s=640x360:r=25:d=8[d];";
    inspect(generated(black + sharp + blurred + white + "[a][b][c][d]concat=n=4"));
    List<Still> found = thumbnails();
    Still best = found.stream().max((a, b) -> Double.compare(a.score(), b.score())).orElseThrow();
    assertThat(best.atMicros()).isBetween(8_000_000L, 16_000_000L);
    assertThat(found.stream().filter(still -> still.score() > 0.5).toList())
        .allMatch(still -> still.atMicros() >= 8_000_000 && still.atMicros() < 16_000_000);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "9.3, 9.2", "19.79, 19.6", "19.95, 19.8", "500, 19.8"})
  void takesTheFrameOnScreenAtAMoment(double wanted, double taken) throws IOException {
    inspect(generated("testsrc2=s=64x36:r=5:d=20"));
    long at = Math.round(wanted * 1e6);
    MakeThumbnails spec = (MakeThumbnails) SideTasks.moment(plan, 1, at).spec();
    assertThat(thumbnails(spec))
        .singleElement()
        .extracting(Still::atMicros)
        .isEqualTo(Math.round(taken * 1e6));
  }

  @Test
  void aPreviewShowsSeveralPlacesInAFewSilentSeconds() throws IOException {
    inspect(generated("testsrc2=s=640x360:r=50:d=40"));
    OutputProbe preview = preview();
    assertThat(preview.packets().size()).isEqualTo(124);
    assertThat(preview.lastBegin()).isCloseTo(4.92, within(0.001));
    byte[] file = Files.readAllBytes(new File(bench, "preview.mp4").toPath());
    String head = new String(file, 0, 64, StandardCharsets.ISO_8859_1);
    assertThat(head).as("the index comes first").contains("moov");
  }

  private Storyboards.Drawing storyboard() throws IOException {
    MakeStoryboard spec = spec("make-storyboard", MakeStoryboard.class);
    Footage footage = footage(spec.reel());
    Storyboards.Drawing drawing = storyboards.plan(spec, footage);
    for (Sheet sheet : drawing.sheets()) {
      fetch(footage, sheet.clips());
      run(commands.forSheet(drawing, sheet, bench, 2));
    }
    return storyboards.verify(drawing, bench);
  }

  private List<Still> thumbnails() throws IOException {
    return thumbnails(spec("make-thumbnails", MakeThumbnails.class));
  }

  private List<Still> thumbnails(MakeThumbnails spec) throws IOException {
    Footage footage = footage(spec.reel());
    List<Clip> clips = stills.clips(spec, footage);
    fetch(footage, clips);
    run(commands.forThumbnails(spec, clips, bench, 2));
    return stills.choose(bench);
  }

  private OutputProbe preview() throws IOException {
    MakePreview spec = spec("make-preview", MakePreview.class);
    Footage footage = footage(spec.reel());
    List<Clip> clips = previews.clips(footage);
    fetch(footage, clips);
    run(commands.forPreview(spec, clips, bench, 2));
    Tools.Result probed = Tools.run(commands.forPreviewCheck(bench));
    File made = previews.verify(spec, probed.stdout(), bench);
    assertThat(made).isNotEmpty();
    return OutputProbe.of(made.toPath(), "0");
  }

  private double luma(Storyboards.Drawing drawing, int tile) throws IOException {
    Sheet sheet = drawing.sheets().get(tile / 100);
    BufferedImage image = ImageIO.read(new File(bench, sheet.file()));
    int x = tile % 10 * drawing.board().tileWidth() + drawing.board().tileWidth() / 2;
    int y = tile % 100 / 10 * drawing.board().tileHeight() + drawing.board().tileHeight() / 2;
    return (image.getRGB(x, y) & 0xff) * 219.0 / 255;
  }

  private <T> T spec(String kind, Class<T> type) {
    return plan.tasks().stream()
        .filter(task -> task.kind().equals(kind))
        .map(task -> type.cast(task.spec()))
        .findFirst()
        .orElseThrow();
  }

  private void inspect(Path film) throws IOException {
    source = film;
    Studio studio = new Studio(Studio.SETTINGS, directory);
    plan = studio.plan(studio.inspect(source));
  }

  private Path generated(String graph) {
    Path file = directory.resolve("source.mp4");
    Tools.Result made =
        Tools.ffmpeg(
            directory.toFile(),
            "-f",
            "lavfi",
            "-i",
            graph,
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-crf",
            "10",
            "-pix_fmt",
            "yuv420p",
            file.toString());
    assertThat(made.exit()).as(made.stderr()).isZero();
    return file;
  }

  /** Only the reel's rendition is encoded; its segments lie in files instead of the store. */
  private Footage footage(Reel reel) throws IOException {
    Studio studio = new Studio(Studio.SETTINGS, directory);
    List<Clip> clips = new ArrayList<>();
    Path init = directory.resolve("init.mp4");
    for (EncodeVideo each : plan.encodeVideo()) {
      EncodeVideo alone =
          new EncodeVideo(
              each.picture(),
              each.rate(),
              each.segmentFrames(),
              each.preset(),
              each.quality(),
              each.chunk(),
              each.exactLength(),
              List.of(reel.rendition()));
      EncodedTrack track = studio.encode(alone, source).get(0);
      Files.write(init, Studio.init(track));
      byte[] whole = Files.readAllBytes(track.file().toPath());
      for (EncodedSegment segment : track.segments()) {
        Path file = directory.resolve(segment.number() + ".m4s");
        int from = Math.toIntExact(segment.offset());
        Files.write(file, Arrays.copyOfRange(whole, from, from + (int) segment.length()));
        clips.add(
            new Clip(
                file.toString(),
                Math.round(segment.start() * 1e6 / track.timescale()),
                Math.round(segment.duration() * 1e6 / track.timescale())));
      }
    }
    return new Footage(init.toString(), clips);
  }

  private void fetch(Footage footage, List<Clip> clips) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(bench.toPath().resolve(PictureCommands.FOOTAGE))) {
      Files.copy(Path.of(footage.initKey()), out);
      for (Clip clip : clips) {
        Files.copy(Path.of(clip.key()), out);
      }
    }
  }

  private static void run(Command command) {
    Tools.Result result = Tools.run(command);
    assertThat(result.exit()).as(result.stderr()).isZero();
  }
}
