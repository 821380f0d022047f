package aln.ffmpeg;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pair of programs on this machine.
 *
 * @param libraries the folder of the shared libraries they need, when the system would not find
 *     them by itself
 */
public record Installation(File ffmpeg, File ffprobe, Origin origin, @Nullable File libraries) {

  public enum Origin {
    CONFIGURED,
    PATH,
    BUNDLED
  }

  /**
   * All that a child process gets to know: nothing of the hub's environment, which holds secrets.
   */
  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("AV_LOG_FORCE_NOCOLOR", "1");
    environment.put("MALLOC_ARENA_MAX", "8"); // glibc reserves 64 MB of address space for each
    if (libraries != null) {
      environment.put("LD_LIBRARY_PATH", libraries.getPath());
    }
    return environment;
  }
}
