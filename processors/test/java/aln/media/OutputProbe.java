package aln.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What ffprobe, knowing nothing of plans, says about a file. */
record OutputProbe(JsonNode stream, List<JsonNode> packets) {

  static OutputProbe of(Path file, String selected) throws IOException {
    Tools.Result result =
        Tools.ffprobe(
            file.getParent().toFile(),
            "-v",
            "error",
            "-select_streams",
            selected,
            "-show_streams",
            "-show_packets",
            "-of",
            "json=compact=1",
            file.toUri().getPath());
    JsonNode answer = new ObjectMapper().readTree(result.stdout());
    List<JsonNode> packets = new ArrayList<>();
    answer.path("packets").forEach(packets::add);
    return new OutputProbe(answer.path("streams").path(0), packets);
  }

  int number(String field) {
    return stream.path(field).asInt();
  }

  String text(String field) {
    return stream.path(field).asText();
  }

  /** When the first frame is shown. */
  double begin() {
    return times().stream().mapToDouble(t -> t).min().orElseThrow();
  }

  /** When the last frame is shown, as far as it is shown at all. */
  double lastBegin() {
    return times().stream().mapToDouble(t -> t).max().orElseThrow();
  }

  private List<Double> times() {
    return packets.stream()
        .filter(packet -> packet.has("pts_time") && !packet.path("flags").asText().contains("D"))
        .map(packet -> packet.path("pts_time").asDouble())
        .toList();
  }

  /** Profile, constraints and level as avcC has them, in the form that CODECS wants. */
  static String codec(Path file) throws IOException {
    String latin = Files.readString(file, StandardCharsets.ISO_8859_1);
    int at = latin.indexOf("avcC") + 5;
    return "avc1.%02x%02x%02x"
        .formatted((int) latin.charAt(at), (int) latin.charAt(at + 1), (int) latin.charAt(at + 2));
  }
}
