package aln.hub;

import aln.media.Tools;
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
}
