package aln.hub;

import aln.media.Tools;
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
    double begin = decodableFrom(answer.path("packets"));
    for (JsonNode packet : answer.path("packets")) {
      double time = packet.path("pts_time").asDouble(Double.NaN);
      if (time >= begin && !packet.path("flags").asText().contains("D")) {
        times.add(time);
      }
    }
    times.sort(null);
    return new Probe(answer.path("streams").path(0), times);
  }

  /** A recording that begins between two key frames shows nothing before the first of them. */
  private static double decodableFrom(JsonNode packets) {
    for (int i = 0; i < packets.size(); i++) {
      if (packets.get(i).path("flags").asText().startsWith("K")) {
        return i == 0 ? Double.NEGATIVE_INFINITY : packets.get(i).path("pts_time").asDouble();
      }
    }
    throw new AssertionError("no key frame");
  }

  /** Every stream of it. */
  static List<JsonNode> streams(String file) {
    List<JsonNode> streams = new ArrayList<>();
    json("-show_streams", "-of", "json=compact=1", file).path("streams").forEach(streams::add);
    return streams;
  }

  private static JsonNode json(String... arguments) {
    try {
      return JSON.readTree(Tools.ffprobe(arguments));
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
