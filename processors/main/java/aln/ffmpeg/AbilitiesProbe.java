package aln.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks an FFmpeg what it can do. Some five runs of a few milliseconds. */
final class AbilitiesProbe {

  private static final Pattern VERSION = Pattern.compile("ffmpeg version (\\S+)");
  private static final Pattern LIBAVUTIL = Pattern.compile("libavutil +(\\d+)\\. *(\\d+)\\.");

  /** " V....D libx264 …" and " TS bwdif V->V …": flags, name, more. Legends have a "=" there. */
  private static final Pattern LISTED = Pattern.compile("(?m)^ [A-Z.]{2,6} +([\\w-]+) ");

  private static final Pattern INPUT_PROTOCOLS = Pattern.compile("(?s)Input:(.*?)Output:");

  /** FFmpeg 5.1, told by its library, since builds from a repository have no version number. */
  private static final int[] OLDEST_LIBAVUTIL = {57, 28};

  private AbilitiesProbe() {}

  /**
   * @throws IOException if the programs do not run or may not be used; the message says why
   */
  static Abilities probe(Installation installation) throws IOException {
    String banner = ask(installation, installation.ffmpeg(), "-version");
    requireNewEnough(banner);
    ask(installation, installation.ffprobe(), "-version");
    Abilities abilities =
        new Abilities(
            installation,
            version(banner),
            listed(ask(installation, installation.ffmpeg(), "-encoders")),
            listed(ask(installation, installation.ffmpeg(), "-decoders")),
            listed(ask(installation, installation.ffmpeg(), "-filters")),
            inputProtocols(ask(installation, installation.ffmpeg(), "-protocols")),
            Guard.probe());
    Set<String> missing = abilities.missingRequired();
    if (!missing.isEmpty()) {
      throw new IOException("it is built without " + String.join(" and ", missing));
    }
    return abilities;
  }

  static Set<String> listed(String answer) {
    return LISTED.matcher(answer).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }

  static Set<String> inputProtocols(String answer) {
    Matcher input = INPUT_PROTOCOLS.matcher(answer);
    return input.find() ? Set.of(input.group(1).strip().split("\\s+")) : Set.of();
  }

  static String version(String banner) {
    Matcher version = VERSION.matcher(banner);
    return version.find() ? version.group(1) : "of unknown version";
  }

  static void requireNewEnough(String banner) throws IOException {
    Matcher library = LIBAVUTIL.matcher(banner);
    if (!library.find()) {
      throw new IOException("it does not say its version");
    }
    int major = Integer.parseInt(library.group(1));
    int minor = Integer.parseInt(library.group(2));
    if (major < OLDEST_LIBAVUTIL[0]
        || (major == OLDEST_LIBAVUTIL[0] && minor < OLDEST_LIBAVUTIL[1])) {
      throw new IOException("version " + version(banner) + " is older than 5.1");
    }
  }

  private static String ask(Installation installation, File program, String question)
      throws IOException {
    List<String> command = List.of(program.getPath(), "-hide_banner", question);
    return Programs.ask(command, installation.environment());
  }
}
