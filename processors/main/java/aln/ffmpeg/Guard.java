package aln.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program of util-linux or coreutils that confines another one. In the order in which they wrap
 * each other.
 */
public enum Guard {
  /** Lowers the share of the processors; each command says how far. */
  NICE("nice", List.of()),
  /**
   * Takes the network away. Before the next one, because entering a namespace forgets the death
   * signal.
   */
  UNSHARE("unshare", root() ? List.of("--net") : List.of("--map-root-user", "--net")),
  /** Lets the kernel kill the child when the thread that started it dies, even by SIGKILL. */
  SETPRIV("setpriv", List.of("--pdeathsig", "KILL")),
  /** Makes a process group of its own, so that the child dies with all it has started. */
  SETSID("setsid", List.of()),
  /** Sets resource limits. */
  PRLIMIT("prlimit", List.of("--core=0"));

  private final String program;
  private final List<String> options;

  Guard(String program, List<String> options) {
    this.program = program;
    this.options = options;
  }

  /** The guards that do their work here; found by trying, for old or small ones lack options. */
  static Set<Guard> probe() {
    Set<Guard> working = EnumSet.noneOf(Guard.class);
    Stream.of(values()).filter(Guard::works).forEach(working::add);
    return working;
  }

  /** The beginning of a command line; the program to confine follows it. */
  List<String> prefix(Stream<String> moreOptions) {
    String path = Programs.onPath(program).orElseThrow().getPath();
    Stream<String> all = Stream.concat(options.stream(), moreOptions);
    return Stream.concat(Stream.concat(Stream.of(path), all), Stream.of("--")).toList();
  }

  /** The confined command line without this guard in front of it. */
  List<String> unwrapped(List<String> line) {
    Optional<String> path = Programs.onPath(program).map(File::getPath);
    return path.filter(line.get(0)::equals).isPresent()
        ? line.subList(line.indexOf("--") + 1, line.size())
        : line;
  }

  /** Who is not root may enter a network namespace only through a user namespace. */
  private static boolean root() {
    return System.getProperty("user.name", "").equals("root");
  }

  private boolean works() {
    Optional<String> nothing = Programs.onPath("true").map(Object::toString);
    if (nothing.isEmpty() || Programs.onPath(program).isEmpty()) {
      return false;
    }
    try {
      List<String> prefix = prefix(Stream.empty());
      Programs.ask(Stream.concat(prefix.stream(), nothing.stream()).toList(), Map.of());
      return true;
    } catch (IOException refused) {
      return false; // Abilities show it as missing
    }
  }
}
