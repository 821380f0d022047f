package aln.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A process and its offspring, as far as it has not left the group on purpose. */
final class ProcessGroup {

  private ProcessGroup() {}

  /**
   * Sends SIGKILL to the process, to its group if it leads one ({@link Guard#SETSID}), and to its
   * descendants where there is no group. Returns when the process itself is gone.
   */
  static void kill(Process leader) {
    List<ProcessHandle> descendants = leader.descendants().toList();
    signalGroup(leader, "KILL");
    leader.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    leader.onExit().join();
  }

  /** Sends SIGSTOP to the group, where there is one. It can be killed all the same. */
  static void hold(Process leader) {
    signalGroup(leader, "STOP");
  }

  /** Sends SIGCONT. */
  static void resume(Process leader) {
    signalGroup(leader, "CONT");
  }

  /**
   * The shell's own kill, because a bare system has no such program. A number that no group bears
   * any more is refused by the system. A group keeps its number as long as one member lives, so it
   * cannot meet a stranger while there is something to kill.
   */
  private static void signalGroup(Process leader, String signal) {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -s %s -- -%d".formatted(signal, leader.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .join();
    } catch (IOException noShell) {
      throw new UncheckedIOException(noShell);
    }
  }
}
