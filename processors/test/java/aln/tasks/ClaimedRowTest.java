package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import aln.sql.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

class ClaimedRowTest {

  private static final Path STATEMENT = Path.of("config/sql/tasks/claim-task.sql");

  private final Json json = new Json(Jackson2ObjectMapperBuilder.json().build());

  @Test
  void readsTheColumnsAsTheDriverGivesThem() {
    UUID task = UUID.randomUUID();
    UUID job = UUID.randomUUID();
    UUID asset = UUID.randomUUID();
    Map<String, Object> answer = new HashMap<>();
    answer.putAll(Map.of("task", task, "job", job, "asset", asset, "owner", UUID.randomUUID()));
    answer.putAll(Map.of("kind", "inspect", "ordinal", 3, "version", 2, "fence", 5_000_000_000L));
    answer.putAll(Map.of("attempt", 2, "maxAttempts", 4, "spec", "{\"a\": 1}"));
    answer.putAll(Map.of("sourceKey", "user_1/2/source", "size", 5_000_000_000L));
    answer.put("traceparent", "00-1");
    ClaimedRow row = json.record(answer, ClaimedRow.class);
    assertThat(row.claim()).isEqualTo(new Claim(task, job, asset, "inspect", 5_000_000_000L, 2));
    assertThat(row.spec()).isEqualTo("{\"a\": 1}");
    assertThat(row.size()).isEqualTo(5_000_000_000L);
    assertThat(row.maxAttempts()).isEqualTo(4);
  }

  /** A column that the statement does not answer would become null or 0 in silence. */
  @Test
  void hasTheColumnsThatTheClaimAnswers() throws IOException {
    String answered = Files.readString(STATEMENT).split("\\breturning\\b")[1];
    assertThat(Arrays.stream(answered.split(",")).map(ClaimedRowTest::name))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ClaimedRow.class.getRecordComponents())
                .map(component -> component.getName())
                .toList());
  }

  /** {@code task} for {@code t.id as task}, {@code kind} for {@code t.kind}. */
  private static String name(String column) {
    return column.strip().replaceFirst("(?s).*[ .]", "").replace("\"", "");
  }
}
