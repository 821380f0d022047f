package aln.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aln.media.encode.EncodedTrack;
import aln.media.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A white flash and a beep at the same moment stay at the same moment, whatever the container. */
class SoundAndPictureIT {

  private static final String FLASH =
      "color=black:s=320x180:r=25:d=6,drawbox=c=white:t=fill:enable='between(t,2,2.2)'";

  private static final String BEEP = "aevalsrc='if(between(t,2,2.2),sin(6283*t)/2,0)':s=44100:d=6";

  @TempDir Path directory;

  @Test
  void stayTogetherFromMp4() throws IOException {
    together(source("a.mp4", "-c:a", "aac"), 2.0);
  }

  @Test
  void stayTogetherFromMatroskaThatBeginsLate() throws IOException {
    together(source("a.mkv", "-c:a", "flac", "-output_ts_offset", "3"), 2.0);
  }

  @Test
  void stayTogetherFromATransportStream() throws IOException {
    together(source("a.ts", "-c:a", "mp2", "-output_ts_offset", "1000"), 2.0);
  }

  @Test
  void stayTogetherWhenTheSoundBeginsLate() throws IOException {
    together(source("late.mkv", "-c:a", "flac", "-af", "atrim=start=1.3"), 2.0);
    together(source("late.ts", "-c:a", "mp2", "-af", "atrim=start=1.3"), 2.0);
  }

  @Test
  void stayTogetherWhenThePictureBeginsLate() throws IOException {
    together(source("early.mkv", "-c:a", "flac", "-vf", "trim=start=1.2"), 0.8);
    together(source("early.ts", "-c:a", "mp2", "-vf", "trim=start=1.2"), 0.8);
    together(source("early.mp4", "-c:a", "aac", "-vf", "trim=start=1.2"), 0.8);
  }

  @Test
  void stayTogetherOverAGapInTheSound() throws IOException {
    together(source("gap.mkv", "-c:a", "flac", "-af", "aselect='not(between(t,0.5,1.5))'"), 2.0);
  }

  /** A bar crosses the picture once a second and a beep is heard when it is in the middle. */
  @Test
  void stayTogetherInARealClipThatShowsIt() throws IOException {
    assumeTrue(Tools.clips().isPresent(), "ALN_TEST_MEDIA names no folder of clips");
    Path clip = Tools.clips().orElseThrow().resolve("video/avsync_vp9_opus_60fps.webm");
    Studio studio = new Studio(Studio.SETTINGS, directory);
    Plan plan = studio.plan(studio.inspect(clip), Studio.QUICK);
    Path picture = studio.joined(studio.encode(plan.encodeVideo().get(0), clip).subList(0, 1));
    Path sound = studio.joined(studio.encode(plan.encodeAudio().get(0), clip));
    double before = beep(clip, 0.5) - bar(clip);
    assertThat(beep(sound, 0.5) - bar(picture)).isCloseTo(before, within(1 / 60.0));
  }

  private Path source(String name, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-v", "error", "-f", "lavfi", "-i", FLASH, "-f", "lavfi", "-i", BEEP));
    arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-g", "50"));
    arguments.addAll(List.of(options));
    arguments.add(name);
    Tools.Result result = Tools.ffmpeg(directory.toFile(), arguments.toArray(String[]::new));
    assertThat(result.exit()).as(result.stderr()).isZero();
    return directory.resolve(name);
  }

  private void together(Path source, double expected) throws IOException {
    Studio studio = new Studio(Studio.SETTINGS, directory);
    Plan plan = studio.plan(studio.inspect(source));
    List<EncodedTrack> picture = studio.encode(plan.encodeVideo().get(0), source);
    List<EncodedTrack> sound = studio.encode(plan.encodeAudio().get(0), source);
    assertThat(flash(studio.joined(picture.subList(0, 1)))).isCloseTo(expected, within(0.041));
    assertThat(beep(studio.joined(sound))).isCloseTo(expected, within(0.01));
  }

  /** When the first bright frame is shown. */
  private double flash(Path video) {
    byte[] bytes =
        Tools.ffmpeg(
                directory.toFile(),
                "-v",
                "error",
                "-i",
                video.toString(),
                "-vf",
                "scale=1:1",
                "-fps_mode",
                "passthrough",
                "-pix_fmt",
                "gray",
                "-f",
                "rawvideo",
                "-")
            .raw();
    int frame = 0;
    while ((bytes[frame] & 0xff) < 128) {
      frame++;
    }
    return probe(video).begin() + frame / 25.0;
  }

  /** When the bar comes to the middle of the picture for the first time after half a second. */
  private double bar(Path video) {
    String filter = "fps=60:start_time=0,scale=16:1:flags=area";
    byte[] bytes = raw("-i", video.toString(), "-vf", filter, "-pix_fmt", "gray", "-f", "rawvideo");
    int frame = 30;
    while ((bytes[16 * frame + 8] & 0xff) >= Math.min(246, bytes[16 * frame + 7] & 0xff)) {
      frame++;
    }
    assertThat(frame).isBetween(45, 75);
    return frame / 60.0;
  }

  private byte[] raw(String... arguments) {
    List<String> line = new ArrayList<>(List.of("-v", "error", "-copyts"));
    line.addAll(List.of(arguments));
    line.add("-");
    return Tools.ffmpeg(directory.toFile(), line.toArray(String[]::new)).raw();
  }

  private double beep(Path audio) {
    return beep(audio, 0);
  }

  /**
   * When the first loud sample is heard, by its time stamp.
   *
   * @param from seconds that are passed over
   */
  private double beep(Path audio, double from) {
    byte[] bytes =
        raw(
            "-i",
            audio.toString(),
            "-af",
            "aresample=48000:async=1:first_pts=0",
            "-ac",
            "1",
            "-f",
            "s16le");
    var samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    int sample = (int) (48_000 * from);
    while (Math.abs(samples.get(sample)) < 3000) {
      sample++;
    }
    return sample / 48_000.0;
  }

  private static OutputProbe probe(Path file) {
    try {
      return OutputProbe.of(file, "0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
