package aln.web;

import aln.problems.Problem;
import aln.problems.ProblemDetails;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers with problem details where no flow and no controller is reached. */
@Component
public class ProblemWriter {

  private final ObjectMapper json;

  public ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  /** Replaces whatever the response holds, unless it is already on its way. */
  public void write(Problem problem, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.status());
    Duration wait = problem.retryAfter();
    if (wait != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
    }
    response.setContentType(ProblemDetails.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    byte[] body = json.writeValueAsBytes(problem.details());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
