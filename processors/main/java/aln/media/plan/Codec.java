package aln.media.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** How pictures are compressed, and what of FFmpeg does it. */
public enum Codec {
  /** ITU-T H.264: what every device plays, so what every film is made in first. */
  @JsonProperty("h264")
  H264("avc1", "libx264", Set.of("h264"), Ladder.PRESETS, 51),
  /** ITU-T H.265. */
  @JsonProperty("hevc")
  HEVC("hvc1", "libx265", Set.of("hevc"), Ladder.PRESETS, 51),
  /** AOMedia Video 1. FFmpeg's own decoder of it needs hardware. */
  @JsonProperty("av1")
  AV1("av01", "libsvtav1", Set.of("libdav1d", "libaom-av1"), numbers(13), 63);

  private final String sampleEntry;
  private final String encoder;
  private final Set<String> decoders;
  private final List<String> presets;
  private final int worst;

  Codec(String sampleEntry, String encoder, Set<String> decoders, List<String> presets, int worst) {
    this.sampleEntry = sampleEntry;
    this.encoder = encoder;
    this.decoders = decoders;
    this.presets = presets;
    this.worst = worst;
  }

  /** In names of renditions and in files: {@code av1}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The four characters that its initialisation sections and {@code CODECS} begin with. */
  public String sampleEntry() {
    return sampleEntry;
  }

  /** FFmpeg's name of the encoder. */
  public String encoder() {
    return encoder;
  }

  /** FFmpeg's names of decoders; one of them is needed to look at what was made. */
  public Set<String> decoders() {
    return decoders;
  }

  List<String> presets() {
    return presets;
  }

  /** The largest constant rate factor; 1 is the best. */
  int worst() {
    return worst;
  }

  private static List<String> numbers(int last) {
    return IntStream.rangeClosed(0, last).mapToObj(Integer::toString).toList();
  }
}
