package aln.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemainsTest {

  @Test
  void keepsWhatFitsAsItWas() {
    Remains remains = Remains.of(Map.of("cloudEvents_id", "1", "n", 7), "{\"a\":1}");
    assertThat(remains.headers()).isEqualTo(Map.of("cloudEvents_id", "1", "n", "7"));
    assertThat(remains.body()).isEqualTo("{\"a\":1}");
  }

  @Test
  void keepsNoNulInNamesValuesAndBody() {
    Remains remains = Remains.of(Map.of("a\0b", "c\0d"), "e\0f");
    assertThat(remains.headers()).isEqualTo(Map.of("a\uFFFDb", "c\uFFFDd"));
    assertThat(remains.body()).isEqualTo("e\uFFFDf");
  }

  @Test
  void readsBytesAsTextAndAnythingElseAsItPrints() {
    Map<String, Object> headers = new HashMap<>();
    headers.put("bytes", "é".getBytes(StandardCharsets.UTF_8));
    headers.put("table", Map.of("in", List.of(1, true)));
    headers.put("none", null);
    assertThat(Remains.of(headers, null))
        .isEqualTo(
            new Remains(Map.of("bytes", "é", "table", "{in=[1, true]}", "none", "null"), ""));
  }

  @Test
  void fitsIntoTheOneFrameThatABrokerTakesForAllHeaders() {
    Map<String, Object> headers = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      headers.put(i + "é".repeat(120), "\uFFFD".repeat(5_000));
    }
    headers.put("Aln", "first of all");
    Remains remains = Remains.of(headers, "x".repeat(5_000_000));
    assertThat(bytes(remains.headers())).isBetween(10_000, 64_000);
    assertThat(remains.headers().keySet())
        .allMatch(name -> name.getBytes(StandardCharsets.UTF_8).length <= 255);
    assertThat(remains.body()).hasSize(1_000_000);
  }

  private static int bytes(Map<String, String> headers) {
    return headers.entrySet().stream()
        .mapToInt(each -> (each.getKey() + each.getValue()).getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }
}
