package aln.media.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What a container says about how a picture is to be shown. */
record SideData(List<JsonNode> entries) {

  /** Degrees of the display matrix; 0 where there is none. */
  int rotation() {
    return find("rotation").map(JsonNode::asInt).orElse(0);
  }

  /** Dolby Vision whose base layer means nothing by itself (profile 5, compatibility 0). */
  boolean dolbyVisionOnly() {
    return find("dv_profile").isPresent()
        && find("dv_bl_signal_compatibility_id").map(JsonNode::asInt).orElse(1) == 0;
  }

  /** The brightest light in cd/m²: what the picture holds, else its mastering screen's. */
  Optional<Double> peak() {
    return find("max_content")
        .map(JsonNode::asDouble)
        .filter(light -> light > 0)
        .or(() -> find("max_luminance").flatMap(SideData::ratio));
  }

  private Optional<JsonNode> find(String field) {
    return entries.stream()
        .map(entry -> entry.path(field))
        .filter(value -> !value.isMissingNode())
        .findFirst();
  }

  private static Optional<Double> ratio(JsonNode value) {
    String text = value.asText();
    if (!text.matches("[1-9]\\d{0,17}/[1-9]\\d{0,17}")) {
      return Optional.empty();
    }
    String[] parts = text.split("/", -1);
    return Optional.of(Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]));
  }
}
