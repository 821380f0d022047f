package aln.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error answer, as {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code /problems/<code>}; stable, programs may branch on it
 * @param detail what happened this time and what to do next, for people
 * @param instance names this one occurrence, for example an incident in the log
 * @param traceId of the request (W3C Trace Context), to quote and to search the log for
 * @param errors one entry for each part of the request that does not fit the contract
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDetails(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String instance,
    @Nullable String traceId,
    @Nullable List<Mismatch> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One part of a request that does not fit the contract.
   *
   * @param field where: a property path such as {@code size} or {@code items/0}, or a parameter;
   *     null for the request as a whole
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Mismatch(@Nullable String field, String message) {}
}
