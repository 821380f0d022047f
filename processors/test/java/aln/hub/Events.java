package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the hub tells a browser about an asset while it works on it, as server-sent events. */
final class Events {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "data:";

  private Events() {}

  /** Every event of the asset until it is complete or failed; waits for as long as that takes. */
  static List<JsonNode> untilTheEnd(Api account, UUID asset)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(account.hub().resolve("/api/events"))
            .header("Authorization", "Bearer " + account.token())
            .header("Accept", "text/event-stream")
            .build();
    var answer = Api.HTTP.send(request, BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    List<JsonNode> told = new ArrayList<>();
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String line;
      while (!ended(told) && (line = lines.readLine()) != null) {
        if (line.startsWith(DATA)) {
          JsonNode event = JSON.readTree(line.substring(DATA.length()));
          if (event.path("id").asText().equals(asset.toString())) {
            told.add(event);
          }
        }
      }
    }
    return told;
  }

  private static boolean ended(List<JsonNode> told) {
    return !told.isEmpty()
        && told.get(told.size() - 1).path("status").asText().matches("complete|failed");
  }
}
