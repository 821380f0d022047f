import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Films as long as one wants them, out of one real clip that is repeated without encoding it. */
final class Films implements AutoCloseable {

  private final Path folder = Files.createTempDirectory("aln-bench-films");
  private final Path clip;

  /**
   * @param source a video with sound, H.264 and AAC
   */
  Films(File source) throws IOException, InterruptedException {
    clip = folder.resolve("clip.mp4");
    ffmpeg("-i", source.getPath(), "-map", "0:v:0", "-map", "0:a:0", "-c", "copy", clip.toString());
  }

  /** Of a moving test picture with a tone, small enough to encode hours of it in minutes. */
  static Films small() throws IOException, InterruptedException {
    Path picture = Files.createTempFile("aln-bench", ".mp4");
    ffmpeg(
        "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=12:duration=60", "-f", "lavfi", "-i",
        "sine=duration=60", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p",
        "-c:a", "aac", picture.toString());
    try {
      return new Films(picture.toFile());
    } finally {
      Files.delete(picture);
    }
  }

  /** The clip of {@code ALN_TEST_MEDIA} that the benches use. */
  static File agent327() {
    return new File(System.getenv("ALN_TEST_MEDIA") + "/video/agent327_720p24_first60s.ts");
  }

  File lasting(int seconds) throws IOException, InterruptedException {
    Path film = folder.resolve("film-" + seconds + ".mp4");
    if (Files.notExists(film)) {
      ffmpeg(
          "-stream_loop", "-1", "-i", clip.toString(), "-t", "" + seconds, "-c", "copy",
          film.toString());
    }
    return film.toFile();
  }

  private static void ffmpeg(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Pipeline.Picture.program("ffmpeg"), "-y"));
    command.addAll(List.of("-nostdin", "-loglevel", "error"));
    command.addAll(List.of(arguments));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("FFmpeg made no film: " + command);
    }
  }

  @Override
  public void close() throws IOException {
    for (File film : folder.toFile().listFiles()) {
      Files.delete(film.toPath());
    }
    Files.delete(folder);
  }
}
