package aln.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sources that FFmpeg makes for a test. */
record Made(Path directory) {

  /**
   * @param name of the file, which also names the container
   * @param inputs of lavfi
   * @param options of the output, parted by single spaces
   */
  Path file(String name, List<String> inputs, String options) {
    List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y"));
    inputs.forEach(input -> arguments.addAll(List.of("-f", "lavfi", "-i", input)));
    arguments.addAll(List.of(options.strip().split(" +")));
    arguments.add(name);
    return run(name, arguments);
  }

  /** A stretch of another source, not encoded anew. */
  Path cut(Path from, String name, String options) {
    List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y"));
    arguments.addAll(List.of(options.strip().split(" +")));
    arguments.addAll(List.of("-i", from.toString(), "-c", "copy", name));
    return run(name, arguments);
  }

  private Path run(String name, List<String> arguments) {
    Tools.Result result = Tools.ffmpeg(directory.toFile(), arguments.toArray(String[]::new));
    assertThat(result.exit()).as(result.stderr()).isZero();
    return directory.resolve(name);
  }
}
