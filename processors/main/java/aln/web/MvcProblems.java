package aln.web;

import aln.problems.Problem;
import aln.problems.ProblemDetails;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What Spring MVC refuses (no such path, no such method) and what controllers throw. */
@RestControllerAdvice
class MvcProblems extends ResponseEntityExceptionHandler {

  private static final Problem FULL =
      Problem.busy("The hub is busy. Try again in a few seconds.", Duration.ofSeconds(5));

  private final Problems problems;

  MvcProblems(Problems problems) {
    this.problems = problems;
  }

  /** More requests wait than this process can ever serve in time. */
  @ExceptionHandler
  ResponseEntity<Object> busy(TaskRejectedException rejected) {
    return answer(FULL, new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(RuntimeException thrown) {
    return answer(problems.of(thrown), new HttpHeaders());
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception refused,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(byStatus(status.value()), headers);
  }

  /** The problem that a bare status stands for. */
  static Problem byStatus(int status) {
    return switch (status) {
      case 400 ->
          Problem.of(
              400, "invalid-request", "The request is malformed. See /docs for what is taken.");
      case 404 -> Problem.notFound("There is nothing at this address. See /docs.");
      case 405 -> Problem.of(405, "method-not-allowed", "Use a method that Allow names.");
      case 500 ->
          Problem.of(
              500,
              "internal-error",
              "Something went wrong inside the hub. If it stays, tell its admin the traceId.");
      case 503 -> FULL;
      default -> {
        HttpStatus known = HttpStatus.resolve(status);
        String words = known == null ? "error" : known.getReasonPhrase();
        String code = words.toLowerCase(Locale.ROOT).replace(' ', '-');
        yield Problem.of(status, code, "The hub refused this request: " + words + ". See /docs.");
      }
    };
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status()).headers(headers);
    if (problem.retryAfter() != null) {
      answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(problem.retryAfter().toSeconds()));
    }
    return answer
        .contentType(MediaType.parseMediaType(ProblemDetails.MEDIA_TYPE))
        .body(problem.details());
  }
}
