package aln.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The scenarios and how they ended, as a Markdown table. Each stack is tested in a run of its own
 * and leaves its rows in a folder, so that the last run shows all of them.
 */
final class Matrix {

  private static final Path FOLDER = Path.of("target", "faults");

  private final String stack;
  private final Map<String, String> cells = new LinkedHashMap<>();

  Matrix(String stack) {
    this.stack = stack;
  }

  void passed(String scenario, Scene scene) {
    cells.put(
        scenario,
        String.format(
            Locale.ROOT,
            "ok, %.1f s, %d again",
            scene.recovery().toMillis() / 1000.0,
            scene.repeated()));
  }

  void failed(String scenario, Throwable cause) {
    String words = String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
    String shown = words.substring(0, Math.min(words.length(), 200)).replace("|", "\\|");
    cells.put(scenario, "**failed**: " + shown);
  }

  void skipped(String scenario, Throwable cause) {
    cells.put(scenario, "not here: " + cause.getMessage());
  }

  /** Writes this run's rows and answers the table of all. */
  String publish() {
    try {
      Files.createDirectories(FOLDER);
      List<String> rows = new ArrayList<>();
      cells.forEach((scenario, cell) -> rows.add(scenario + "\t" + cell));
      Files.write(FOLDER.resolve(stack + ".tsv"), rows);
      String table = table();
      Files.writeString(FOLDER.resolve("matrix.md"), table);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String table() throws IOException {
    Map<String, Map<String, String>> rows = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<String> stacks = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        String stack = file.getFileName().toString().replace(".tsv", "");
        stacks.add(stack);
        for (String line : Files.readAllLines(file)) {
          String[] cell = line.split("\t", 2);
          rows.computeIfAbsent(cell[0], scenario -> new TreeMap<>()).put(stack, cell[1]);
        }
      }
    }
    var table = new StringBuilder("| scenario | " + String.join(" | ", stacks) + " |\n");
    table.append("|---".repeat(stacks.size() + 1)).append("|\n");
    rows.forEach(
        (scenario, cells) -> {
          table.append("| ").append(scenario);
          stacks.forEach(stack -> table.append(" | ").append(cells.getOrDefault(stack, "")));
          table.append(" |\n");
        });
    return table.toString();
  }
}
