package aln;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The services that this process runs: those that {@code aln.services} names, all when it names
 * none.
 */
public record Services(Set<String> running) {

  /** Each is a folder of {@code routes/}, where it has flows. */
  public static final List<String> KNOWN =
      List.of(
          "gateway",
          "ingestion",
          "jobs",
          "processing",
          "content",
          "playback",
          "payments",
          "notifications",
          "operations");

  /**
   * Reads a comma list; spaces do not matter.
   *
   * @throws IllegalArgumentException for a name that is not known, with those that are
   */
  public static Services parse(String names) {
    Set<String> wanted = new LinkedHashSet<>();
    Arrays.stream(names.split(","))
        .map(String::strip)
        .filter(n -> !n.isEmpty())
        .forEach(wanted::add);
    Set<String> unknown = new TreeSet<>(wanted);
    KNOWN.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "ALN_SERVICES names %s, which is no service. Known are: %s. Leave it empty to run all."
              .formatted(String.join(", ", unknown), String.join(", ", KNOWN)));
    }
    return new Services(wanted.isEmpty() ? new LinkedHashSet<>(KNOWN) : wanted);
  }

  public boolean runs(String service) {
    return running.contains(service);
  }
}
