import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What Linux tells of a process below /proc. */
final class Proc {

  private static final double TICKS_A_SECOND = 100;

  private Proc() {}

  /** Seconds of processor time, of itself and of its children that have ended. */
  static double cpuSeconds(long pid) throws IOException {
    return cpuSeconds(pid, 4);
  }

  /** Seconds of processor time of itself alone. */
  static double ownCpuSeconds(long pid) throws IOException {
    return cpuSeconds(pid, 2);
  }

  /** Of the line's four figures, in user and kernel mode: first its own, then its children's. */
  private static double cpuSeconds(long pid, int figures) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Arrays.stream(afterName, 11, 11 + figures).mapToLong(Long::parseLong).sum()
        / TICKS_A_SECOND;
  }

  /** Megabytes of a line of its status, such as VmRSS or VmHWM (the highest it ever was). */
  static long megabytes(long pid, String line) throws IOException {
    return megabytes(Files.readAllLines(Path.of("/proc/" + pid + "/status")), line);
  }

  /** Megabytes that are its own, its part of shared pages included (PostgreSQL shares most). */
  static long proportionalMegabytes(long pid) throws IOException {
    return megabytes(Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")), "Pss");
  }

  private static long megabytes(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** How busy the machine is: the load average of the last minute. */
  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
  }
}
