package aln.media.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import aln.ffmpeg.Command;
import aln.media.FrameRate;
import aln.media.SourceInput;
import aln.media.Studio;
import aln.media.pictures.Footage.Clip;
import aln.media.plan.MakePreview;
import aln.media.plan.MakeStoryboard;
import aln.media.plan.MakeThumbnails;
import aln.media.plan.Reel;
import aln.media.plan.VideoRendition;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PictureCommandsTest {

  private static final File DIRECTORY = new File("/work");
  private static final String START =
      "-hide_banner -loglevel warning -nostdin -nostats -progress pipe:1 -copyts -threads 2";
  private static final String LOOKS =
      "entropy,blurdetect,metadata=mode=print:file=looks.txt,"
          + "scale=out_color_matrix=bt601:in_range=tv:out_range=pc,format=yuvj420p[out] -map [out]";

  private final PictureCommands commands = new PictureCommands(Studio.SETTINGS);

  @Test
  void drawsFineTilesFromAllFrames() {
    Storyboards.Drawing drawing = drawing(footage(15));
    assertThat(commands.forSheet(drawing, drawing.sheets().get(0), DIRECTORY, 2))
        .isEqualTo(
            command(
                START,
                "-filter_complex [0:v:0]fps=1000000/1000000:start_time=0.000000:round=up,"
                    + "scale=160:90:flags=bicubic,setsar=1,"
                    + "scale=out_color_matrix=bt601:in_range=tv:out_range=pc,format=yuvj420p,"
                    + "tile=10x6:nb_frames=60[out] -map [out] -frames:v 1 -update 1"
                    + " -map_metadata -1 -c:v mjpeg -q:v 5 -fs 20000000 -f image2 sheet-000.jpg"));
  }

  @Test
  void drawsCoarseTilesFromKeyFramesAlone() {
    Storyboards.Drawing drawing = drawing(footage(300));
    assertThat(drawing.sheets()).hasSize(2);
    assertThat(commands.forSheet(drawing, drawing.sheets().get(1), DIRECTORY, 2))
        .isEqualTo(
            command(
                START + " -skip_frame nokey",
                "-filter_complex [0:v:0]scale=160:90:flags=bicubic,setsar=1,"
                    + "scale=out_color_matrix=bt601:in_range=tv:out_range=pc,format=yuvj420p,"
                    + "tile=10x2:nb_frames=20[out] -map [out] -frames:v 1 -update 1"
                    + " -map_metadata -1 -c:v mjpeg -q:v 5 -fs 20000000 -f image2 sheet-001.jpg"));
  }

  @Test
  void takesTheMostTypicalOfSomeFramesOfEachPlace() {
    List<Clip> clips = footage(100).spread(12);
    assertThat(commands.forThumbnails(new MakeThumbnails(reel(), null), clips, DIRECTORY, 2))
        .isEqualTo(
            command(
                START,
                "-filter_complex [0:v:0]select='lt(mod(n,96),96)*not(mod(mod(n,96),12))',thumbnail=n=8,"
                    + LOOKS
                    + " -fps_mode passthrough -frames:v 24"
                    + " -map_metadata -1 -c:v mjpeg -q:v 3 -fs 20000000 -f image2 still-%02d.jpg"));
  }

  @Test
  void takesSeveralStillsOfEachPlaceWhereThereAreFew() {
    List<Clip> clips = footage(2).spread(12);
    assertThat(graph(commands.forThumbnails(new MakeThumbnails(reel(), null), clips, DIRECTORY, 2)))
        .contains("select='lt(mod(n,96),96)*not(mod(mod(n,96),2))',thumbnail=n=8,");
  }

  @Test
  void takesTheFrameOfAMoment() {
    var spec = new MakeThumbnails(reel(), 9_500_000L);
    List<Clip> clip = List.of(footage(5).at(9_500_000));
    assertThat(graph(commands.forThumbnails(spec, clip, DIRECTORY, 2)))
        .startsWith("[0:v:0]select='eq(n,36)'," + LOOKS.substring(0, 20));
  }

  @Test
  void cutsAPreviewFromSeveralPlacesWithoutSound() {
    List<Clip> clips = footage(100).spread(4);
    assertThat(commands.forPreview(new MakePreview(reel(), 640, 360), clips, DIRECTORY, 2))
        .isEqualTo(
            command(
                START,
                "-filter_complex [0:v:0]select='lt(mod(n,96),30)',setpts=N/(24/1)/TB,"
                    + "scale=640:360:flags=bicubic,setsar=1[out] -map [out]"
                    + " -an -map_metadata -1 -fps_mode passthrough -c:v libx264 -preset veryfast -crf 28"
                    + " -maxrate 800000 -bufsize 1600000 -profile:v high -pix_fmt yuv420p -threads 2"
                    + " -fs 5000000 -movflags +faststart -f mp4 preview.mp4"));
  }

  @Test
  void showsAllOfAShortVideoInItsPreview() {
    List<Clip> clips = List.of(new Clip("0", 0, 4_000_000), new Clip("1", 4_000_000, 1_000_000));
    assertThat(graph(commands.forPreview(new MakePreview(reel(), 640, 360), clips, DIRECTORY, 2)))
        .startsWith("[0:v:0]select='lt(mod(n,96),96)',");
  }

  private Storyboards.Drawing drawing(Footage footage) {
    return new Storyboards().plan(new MakeStoryboard(reel(), 160, 90), footage);
  }

  /** Segments of four seconds. */
  private static Footage footage(int segments) {
    return new Footage(
        "init",
        LongStream.range(0, segments)
            .mapToObj(n -> new Clip("s" + n, n * 4_000_000, 4_000_000))
            .toList());
  }

  private static Reel reel() {
    return new Reel(
        new VideoRendition(
            "360p", 640, 360, FrameRate.of(24, 1), "avc1.64001e", 30, 800_000, 1_200_000),
        96);
  }

  private static String graph(Command command) {
    List<String> arguments = command.arguments();
    return arguments.get(arguments.indexOf("-filter_complex") + 1);
  }

  private static Command command(String start, String rest) {
    List<String> arguments = new ArrayList<>(List.of(start.split(" ")));
    arguments.addAll(
        SourceInput.arguments(new File("/work/footage.mp4").toURI(), Studio.SETTINGS.limits()));
    arguments.addAll(List.of(rest.split(" ")));
    return new Command(Command.Tool.FFMPEG, arguments, DIRECTORY, Duration.ofMinutes(3));
  }
}
