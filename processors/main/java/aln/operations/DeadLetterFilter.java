package aln.operations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which dead letters; what is null does not matter.
 *
 * @param code kind of cause
 * @param before when they came in at the latest, exclusive
 */
public record DeadLetterFilter(
    @Nullable String queue,
    @Nullable String type,
    @Nullable String code,
    @Nullable UUID asset,
    @Nullable String trace,
    @Nullable Instant before) {

  /** The ones that a list is asked for. */
  public static DeadLetterFilter of(
      @Nullable String queue, @Nullable String code, @Nullable UUID asset, @Nullable String trace) {
    return new DeadLetterFilter(queue, null, code, asset, trace, null);
  }

  StatementSpec into(StatementSpec statement) {
    OffsetDateTime until = before == null ? null : before.atOffset(ZoneOffset.UTC);
    return statement
        .param("queue", queue)
        .param("type", type)
        .param("code", code)
        .param("asset", asset)
        .param("trace", trace)
        .param("until", until);
  }
}
