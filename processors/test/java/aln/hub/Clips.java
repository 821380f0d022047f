package aln.hub;

import aln.media.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small films with a moving picture and a tone, made on the spot. */
public final class Clips {

  private Clips() {}

  /** 640×360, 25 frames a second. */
  static Path film(Path folder, int seconds) {
    return film(folder, "film.mp4", "640x360", seconds);
  }

  /** One that keeps an encoder busy for a while. */
  static Path longFilm(Path folder) {
    return film(folder, "long-film.mp4", "1280x720", 30);
  }

  /** Half a second, for when it is not about the film. */
  static Path glimpse(Path folder) {
    return film(folder, "glimpse.mp4", "160x120", 1);
  }

  public static Path film(Path folder, String name, String size, int seconds) {
    Path file = folder.resolve(name);
    Tools.ffmpeg(
        "-y",
        "-f",
        "lavfi",
        "-i",
        "testsrc2=size=%s:rate=25:duration=%d".formatted(size, seconds),
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=440:duration=" + seconds,
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-pix_fmt",
        "yuv420p",
        "-c:a",
        "aac",
        "-shortest",
        file.toString());
    return file;
  }

  /**
   * The same film with subtitles in Swahili inside.
   *
   * @param times of the only words, {@code 00:00:01,000 --> 00:00:02,000}
   */
  static Path withWords(Path film, String times, String words) throws IOException {
    Path folder = film.resolveSibling("with-words");
    Path script = Files.createDirectories(folder).resolve("words.srt");
    Files.writeString(script, "1\n" + times + "\n" + words + "\n\n");
    Path file = folder.resolve(film.getFileName());
    Tools.ffmpeg(
        "-i",
        film.toString(),
        "-i",
        script.toString(),
        "-map",
        "0",
        "-map",
        "1",
        "-c",
        "copy",
        "-c:s",
        "mov_text",
        "-metadata:s:s:0",
        "language=swa",
        file.toString());
    return file;
  }
}
