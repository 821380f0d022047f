package aln.drop;

import aln.problems.Problem;
import aln.problems.ProblemDetails;
import java.util.stream.Collectors;

/**
 * @param reason what is wrong and what to do next, for whoever dropped the file
 */
public record Refusal(DropFile file, String reason) {

  static Refusal of(DropFile file, Problem problem) {
    ProblemDetails details = problem.details();
    if (details.errors() != null) {
      return new Refusal(
          file,
          details.errors().stream()
              .map(each -> each.field() + ": " + each.message())
              .collect(Collectors.joining("; ")));
    }
    return new Refusal(file, String.valueOf(details.detail()));
  }
}
