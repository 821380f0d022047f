package aln.problems;

import aln.problems.ProblemDetails.Mismatch;
import aln.tracing.Trace;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a bean that refuses; the REST edge answers with it. The code names the kind of problem
 * for ever ({@code /problems/<code>}); the detail tells a person what to do next, and nothing about
 * the inside of the hub.
 */
public final class Problem extends RuntimeException {

  private final int status;
  private final String code;
  private final String detail;
  private final List<Mismatch> errors;
  private final @Nullable Duration retryAfter;

  private Problem(
      int status,
      String code,
      String detail,
      List<Mismatch> errors,
      @Nullable Duration retryAfter) {
    super(status + " " + code + ": " + detail, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  /** Any other problem: {@code status} is 4xx or 5xx, {@code code} is kebab-case. */
  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), null);
  }

  /** 404, for what is not there and for what belongs to others alike. */
  public static Problem notFound() {
    return notFound("There is nothing of yours with this id. Check the id, or list what you have.");
  }

  public static Problem notFound(String detail) {
    return of(404, "not-found", detail);
  }

  /** 409: the request is fine, the state of things is not. */
  public static Problem conflict(String code, String detail) {
    return of(409, code, detail);
  }

  /** 409 that passes by itself. */
  public static Problem conflict(String code, String detail, Duration retryAfter) {
    return new Problem(409, code, detail, List.of(), retryAfter);
  }

  /** 400: does not fit the contract. */
  public static Problem invalid(List<Mismatch> errors) {
    String detail =
        "The request does not fit the contract. Mend what errors names; /docs shows it.";
    return new Problem(400, "invalid-request", detail, errors, null);
  }

  /** 400 because of one field or parameter. */
  public static Problem invalid(String field, String message) {
    return invalid(List.of(new Mismatch(field, message)));
  }

  /** 422: well-formed, but it cannot be done with this content. */
  public static Problem unprocessable(String code, String detail) {
    return of(422, code, detail);
  }

  /** 401: who are you? */
  public static Problem unauthorized(String code, String detail) {
    return of(401, code, detail);
  }

  /** 403: known, but not allowed. Use {@link #notFound()} where the very existence is private. */
  public static Problem forbidden(String detail) {
    return of(403, "forbidden", detail);
  }

  /** 429. */
  public static Problem tooMany(String detail, Duration retryAfter) {
    return new Problem(429, "too-many-requests", detail, List.of(), retryAfter);
  }

  /** 503: a part that the hub needs (database, broker, storage) is away. */
  public static Problem unavailable(String part) {
    return unavailable(part, Duration.ofSeconds(5));
  }

  public static Problem unavailable(String part, Duration retryAfter) {
    String detail = "The hub's " + part + " is away at the moment. Try again soon; see /health.";
    return new Problem(503, "unavailable", detail, List.of(), retryAfter);
  }

  /** 503: nothing is broken, there is only too much to do. */
  public static Problem busy(String detail, Duration retryAfter) {
    return new Problem(503, "busy", detail, List.of(), retryAfter);
  }

  /** 503: this process is not ready yet. */
  public static Problem starting() {
    String detail = "The hub is starting. Try again in a moment.";
    return new Problem(503, "starting", detail, List.of(), Duration.ofSeconds(1));
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** When it makes sense to try again; null: nothing known. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The body of the answer, made in the thread that works for the request. */
  public ProblemDetails details() {
    String words = code.replace('-', ' ');
    String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    List<Mismatch> named = errors.isEmpty() ? null : errors;
    String trace = Trace.current().map(Trace::id).orElse(null);
    return new ProblemDetails("/problems/" + code, title, status, detail, null, trace, named);
  }
}
