package aln.web;

import aln.problems.ProblemDetails.Mismatch;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The character U+0000, which JSON allows and PostgreSQL cannot hold in a text. */
final class Unstorable {

  private static final Mismatch FOUND =
      new Mismatch(null, "The character U+0000 is not allowed. Leave it out.");

  private Unstorable() {}

  static List<Mismatch> in(HttpServletRequest request, @Nullable String body) {
    boolean inBody = body != null && body.contains("\\u0000");
    boolean inQuery =
        request.getParameterMap().values().stream()
            .flatMap(Arrays::stream)
            .anyMatch(each -> each.indexOf('\0') >= 0);
    return inBody || inQuery ? List.of(FOUND) : List.of();
  }
}
