package aln.ffmpeg;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the FFmpeg of this machine can do, asked once at start. The sets hold every name that FFmpeg
 * lists, under FFmpeg's own names.
 *
 * @param version as FFmpeg prints it, "8.0.1" or "5.1.9-0+deb12u1"
 * @param protocols those it can read from
 * @param guards the confining programs that work on this machine
 */
public record Abilities(
    Installation installation,
    String version,
    Set<String> encoders,
    Set<String> decoders,
    Set<String> filters,
    Set<String> protocols,
    Set<Guard> guards) {

  /** Without these nothing can be published. */
  static final Set<String> REQUIRED_ENCODERS = Set.of("libx264", "aac");

  private static final Set<String> ENCODERS =
      Set.of("libx264", "libx265", "libsvtav1", "libvpx-vp9", "aac", "libopus", "libwebp", "mjpeg");
  private static final Set<String> FILTERS =
      Set.of("scale", "zscale", "tonemap", "bwdif", "loudnorm");
  private static final Set<String> PROTOCOLS = Set.of("http", "https");

  public boolean encodes(String encoder) {
    return encoders.contains(encoder);
  }

  public boolean decodes(String decoder) {
    return decoders.contains(decoder);
  }

  public boolean filters(String filter) {
    return filters.contains(filter);
  }

  /** Everything that some flow makes use of and that is missing here, sorted. */
  public Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    addMissing(missing, ENCODERS, encoders);
    addMissing(missing, FILTERS, filters);
    addMissing(missing, PROTOCOLS, protocols);
    Stream.of(Guard.values())
        .filter(guard -> !guards.contains(guard))
        .forEach(guard -> missing.add(guard.name().toLowerCase(Locale.ROOT)));
    return missing;
  }

  Set<String> missingRequired() {
    Set<String> missing = new TreeSet<>();
    addMissing(missing, REQUIRED_ENCODERS, encoders);
    return missing;
  }

  /** One line for the log. */
  String summary() {
    String lacks = missing().stream().collect(Collectors.joining(", "));
    return "FFmpeg %s (%s, %s) %s"
        .formatted(
            version,
            installation.ffmpeg(),
            installation.origin().name().toLowerCase(Locale.ROOT),
            lacks.isEmpty() ? "can do all that is asked of it" : "lacks " + lacks);
  }

  private static void addMissing(Set<String> missing, Set<String> wanted, Set<String> present) {
    wanted.stream().filter(name -> !present.contains(name)).forEach(missing::add);
  }
}
