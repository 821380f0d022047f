import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where the time of one job went: from when to when each task was worked at, in seconds since a
 * moment, and how much of that FFmpeg took for its outputs. What is left is reading where to begin,
 * looking at what came out, storing and committing it.
 */
final class Timeline {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Timeline() {}

  /** One line a task, in the order of their beginnings. */
  static String of(Hub hub, Hub.Upload upload, Instant since) throws Exception {
    String id = Hub.field(hub.get("/api/assets/" + upload.asset()), "jobId");
    Map<String, Double> encoding = new HashMap<>();
    for (JsonNode task : JSON.readTree(hub.get("/jobs/" + id + "/receipts")).path("tasks")) {
      encoding.put(name(task), task.path("seconds").asDouble());
    }
    StringBuilder lines = new StringBuilder();
    tasks(JSON.readTree(hub.get("/jobs/" + id)))
        .forEach(
            task -> {
              double begin = seconds(since, task.path("startedAt"));
              double end = seconds(since, task.path("finishedAt"));
              lines.append("  %-20s %6.2f to %6.2f".formatted(name(task), begin, end));
              if (encoding.containsKey(name(task))) {
                double ffmpeg = encoding.get(name(task));
                lines.append(", FFmpeg %5.2f, around it %4.2f".formatted(ffmpeg, end - begin - ffmpeg));
              }
              lines.append("\n");
            });
    return lines.toString();
  }

  private static Stream<JsonNode> tasks(JsonNode job) {
    return StreamSupport.stream(job.path("tasks").spliterator(), false)
        .filter(task -> task.hasNonNull("startedAt") && task.hasNonNull("finishedAt"))
        .sorted(Comparator.comparing(task -> Instant.parse(task.path("startedAt").asText())));
  }

  private static String name(JsonNode task) {
    return task.path("kind").asText() + " " + task.path("ordinal").asInt();
  }

  private static double seconds(Instant since, JsonNode time) {
    return Duration.between(since, Instant.parse(time.asText())).toNanos() / 1e9;
  }
}
