package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Somebody who types what the docs tell, in a folder, with some programs on the PATH. */
final class Shell {

  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  /**
   * @param programs in the order in which their folders are searched, before the PATH
   */
  Shell(Path folder, List<File> programs) {
    this.folder = folder;
    var path = new StringBuilder();
    programs.forEach(each -> path.append(each.getParent()).append(':'));
    environment.put("PATH", path + System.getenv("PATH"));
    environment.put("HOME", folder.toString());
  }

  /** The shell blocks of a page, in their order. */
  static List<String> examples(Path page) throws IOException {
    return SHELL
        .matcher(Files.readString(page))
        .results()
        .map((MatchResult each) -> each.group(1))
        .toList();
  }

  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Types them one after the other and stops at the first that fails; answers what was said. */
  String run(List<String> commands) throws Exception {
    Path said = Files.createTempFile(folder, "said", ".log");
    var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", String.join("\n", commands));
    builder.environment().putAll(environment);
    builder.environment().remove("AWS_CA_BUNDLE"); // Debian's rclone fails where one is named
    Process shell =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean ended = shell.waitFor(2, TimeUnit.MINUTES);
    shell.destroyForcibly();
    String words = Files.readString(said);
    assertThat(ended && shell.exitValue() == 0).as(words).isTrue();
    return words;
  }
}
