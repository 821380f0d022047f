package aln.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What ffprobe says about one stream of a file or an address.
 *
 * @param times when each frame that is shown begins, seconds, in order
 */
record Probe(JsonNode stream, List<Double> times) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param which a stream specifier of FFmpeg, {@code v:0}
   */
  static Probe of(String file, String which) {
    JsonNode answer =
        json(
            "-select_streams",
            which,
            "-show_streams",
            "-show_packets",
            "-show_entries",
            "stream:packet=pts_time,flags:stream_side_data",
            "-of",
            "json=compact=1",
            file);
    List<Double> times = new ArrayList<>();
    answer
        .path("packets")
        .forEach(
            packet -> {
              if (packet.has("pts_time") && !packet.path("flags").asText().contains("D")) {
                times.add(packet.path("pts_time").asDouble());
              }
            });
    times.sort(null);
    return new Probe(answer.path("streams").path(0), times);
  }

  /** Every stream of it. */
  static List<JsonNode> streams(String file) {
    List<JsonNode> streams = new ArrayList<>();
    json("-show_streams", "-of", "json=compact=1", file).path("streams").forEach(streams::add);
    return streams;
  }

  private static JsonNode json(String... arguments) {
    try {
      return JSON.readTree(FfmpegPrograms.ffprobe(arguments));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  double first() {
    return times.get(0);
  }

  double last() {
    return times.get(times.size() - 1);
  }

  /** From the first frame's beginning to the last one's. */
  double span() {
    return last() - first();
  }

  int number(String field) {
    return stream.path(field).asInt();
  }

  /** Frames a second, on average. */
  double rate() {
    String[] fraction = stream.path("avg_frame_rate").asText("0/1").split("/");
    return Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]);
  }
}
