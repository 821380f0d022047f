package aln.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Other programs of this machine: where they are, and what they say when asked a short question.
 */
final class Programs {

  private static final long PATIENCE_SECONDS = 20;

  private Programs() {}

  /** The program of this name on the PATH, absolute. */
  static Optional<File> onPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .map(folder -> new File(folder, name).getAbsoluteFile())
        .filter(file -> file.isFile() && file.canExecute())
        .findFirst();
  }

  /**
   * Runs a program that answers at once.
   *
   * @return what it wrote, standard error included
   * @throws IOException if it does not start, does not end or does not end with 0; the message says
   *     what it wrote last
   */
  static String ask(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null"));
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process
        .onExit()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .exceptionally(late -> kill(process));
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = exitCode(process);
    if (exitCode != 0) {
      throw new IOException("exit code " + exitCode + ", " + answer.strip());
    }
    return answer;
  }

  private static Process kill(Process process) {
    return process.destroyForcibly();
  }

  private static int exitCode(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new IOException("interrupted", stopped);
    }
  }
}
