package aln.media.probe;

import aln.media.FrameRate;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One stream of ffprobe's answer with the packets that were listed of it: reading, no judging. */
record Probed(JsonNode json, List<Packet> packets) {

  /** Beyond this, the shape of a pixel is a mistake of the file and not a picture. */
  private static final double OBLONG = 8;

  /**
   * @param ptsMicros when it is shown, on the source's clock; when it is decoded, where the
   *     container knows no more (AVI)
   * @param decoded whether that is all the container knows
   * @param durationMicros 0 where unknown
   * @param order place in the listing over all streams
   */
  record Packet(
      long ptsMicros,
      boolean decoded,
      long durationMicros,
      boolean key,
      boolean discarded,
      int order) {}

  static List<Probed> streams(JsonNode answer) {
    List<JsonNode> packets = list(answer.path("packets"));
    return list(answer.path("streams")).stream()
        .map(stream -> new Probed(stream, packets(packets, stream.path("index").asInt())))
        .toList();
  }

  private static List<Packet> packets(List<JsonNode> all, int index) {
    List<Packet> packets = new ArrayList<>();
    for (int order = 0; order < all.size(); order++) {
      JsonNode packet = all.get(order);
      if (packet.path("stream_index").asInt(-1) == index) {
        packet(packet, order).ifPresent(packets::add);
      }
    }
    return packets;
  }

  /** Empty where the file has no time for it, as in a bare elementary stream. */
  private static Optional<Packet> packet(JsonNode packet, int order) {
    String flags = packet.path("flags").asText();
    long duration = micros(packet, "duration_time").orElse(0L);
    return micros(packet, "pts_time")
        .or(() -> micros(packet, "dts_time"))
        .map(
            time ->
                new Packet(
                    time,
                    !packet.has("pts_time"),
                    duration,
                    flags.startsWith("K"),
                    flags.contains("D"),
                    order));
  }

  int index() {
    return json.path("index").asInt();
  }

  String type() {
    return json.path("codec_type").asText("data");
  }

  String codec() {
    String name = json.path("codec_name").asText("");
    return name.isEmpty() || name.equals("unknown")
        ? json.path("codec_tag_string").asText("unknown")
        : name;
  }

  boolean known() {
    String name = json.path("codec_name").asText("");
    return !name.isEmpty() && !name.equals("unknown") && !name.equals("none");
  }

  /** By the sample entry of MP4 (ISO/IEC 23001-7, FairPlay), or by the key that Matroska names. */
  boolean encrypted() {
    return List.of("encv", "enca", "drmi", "drms").contains(json.path("codec_tag_string").asText())
        || tag("enc_key_id") != null;
  }

  /** Cover art and still pictures are not a video. */
  boolean still() {
    return Stream.of("attached_pic", "still_image", "timed_thumbnails").anyMatch(marks()::contains);
  }

  boolean isDefault() {
    return marks().contains("default");
  }

  /** What the file says it is for: {@code default}, {@code forced}, {@code attached_pic}… */
  Set<String> marks() {
    return json.path("disposition").properties().stream()
        .filter(mark -> mark.getValue().asInt() == 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  int number(String field) {
    return json.path(field).asInt();
  }

  @Nullable String text(String field) {
    String text = json.path(field).asText("");
    return text.isEmpty() || text.equals("unknown") || text.equals("unspecified") ? null : text;
  }

  @Nullable String tag(String name) {
    String text = json.path("tags").path(name).asText("").strip();
    return text.isEmpty() || text.equals("und") ? null : text;
  }

  SideData sideData() {
    return new SideData(list(json.path("side_data_list")));
  }

  /** By how many frames the decoder lags behind the packets, where these have no other times. */
  int lateFrames() {
    return packets.stream()
        .findFirst()
        .filter(Packet::decoded)
        .map(p -> number("has_b_frames"))
        .orElse(0);
  }

  Optional<FrameRate> rate(String field) {
    return fraction(field, "/")
        .filter(parts -> parts[0] > 0 && parts[1] > 0 && parts[0] / parts[1] < 100_000)
        .map(parts -> FrameRate.of(parts[0], parts[1]));
  }

  /** Width of a pixel by its height; 1 where the file does not say, or nothing that can be. */
  double sampleAspect() {
    return fraction("sample_aspect_ratio", ":")
        .filter(parts -> parts[0] > 0 && parts[1] > 0)
        .map(parts -> (double) parts[0] / parts[1])
        .filter(aspect -> aspect < OBLONG && aspect > 1 / OBLONG)
        .orElse(1.0);
  }

  double tickMicros() {
    return fraction("time_base", "/").map(parts -> 1e6 * parts[0] / parts[1]).orElse(1.0);
  }

  Optional<Long> startMicros() {
    return micros(json, "start_time");
  }

  /** As promised: by the stream itself, or by the tag that Matroska writers leave. */
  Optional<Long> promisedMicros() {
    return micros(json, "duration").or(() -> clock(tag("DURATION")));
  }

  /** The end of the last packet that was listed, on the source's clock. */
  Optional<Long> seenEndMicros(long leastLast) {
    return packets.stream()
        .filter(packet -> !packet.discarded())
        .map(packet -> packet.ptsMicros() + Math.max(packet.durationMicros(), leastLast))
        .max(Long::compare);
  }

  static Optional<Long> micros(JsonNode node, String field) {
    String text = node.path(field).asText("");
    return text.isEmpty() || text.equals("N/A")
        ? Optional.empty()
        : Optional.of(new BigDecimal(text).movePointRight(6).longValue());
  }

  private static Optional<Long> clock(@Nullable String text) {
    if (text == null || !text.matches("\\d{1,4}:\\d{2}:\\d{2}(\\.\\d+)?")) {
      return Optional.empty();
    }
    String[] parts = text.split(":", -1);
    long minutes = Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1]);
    return Optional.of(
        minutes * 60_000_000 + new BigDecimal(parts[2]).movePointRight(6).longValue());
  }

  private Optional<int[]> fraction(String field, String separator) {
    String text = json.path(field).asText("");
    if (!text.matches("\\d{1,9}" + separator + "\\d{1,9}")) {
      return Optional.empty();
    }
    String[] parts = text.split(separator, -1);
    return Optional.of(new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])});
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
