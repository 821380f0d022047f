package aln.jobs;

import aln.problems.Problem;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which jobs; what is null does not matter.
 *
 * @param type of the asset
 * @param since when they were asked for at the earliest, inclusive
 * @param until and at the latest, exclusive
 */
public record JobFilter(
    @Nullable String status,
    @Nullable UUID asset,
    @Nullable String type,
    @Nullable String profile,
    @Nullable String priority,
    @Nullable OffsetDateTime since,
    @Nullable OffsetDateTime until) {

  /**
   * As a query has them.
   *
   * @throws Problem 400 when a time is none that the database can hold
   */
  public static JobFilter of(
      @Nullable String status,
      @Nullable UUID asset,
      @Nullable String type,
      @Nullable String profile,
      @Nullable String priority,
      @Nullable String since,
      @Nullable String until) {
    return new JobFilter(
        status, asset, type, profile, priority, time("since", since), time("until", until));
  }

  StatementSpec into(StatementSpec statement) {
    return statement
        .param("status", status)
        .param("asset", asset)
        .param("type", type)
        .param("profile", profile)
        .param("priority", priority)
        .param("since", since)
        .param("until", until);
  }

  private static @Nullable OffsetDateTime time(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() >= 1970 && time.getYear() <= 9999) {
        return time;
      }
    } catch (DateTimeException unreadable) {
      throw notATime(field);
    }
    throw notATime(field);
  }

  private static Problem notATime(String field) {
    return Problem.invalid(field, "Not a time of these centuries, such as 2026-11-21T20:00:00Z.");
  }
}
