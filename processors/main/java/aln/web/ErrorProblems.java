package aln.web;

import aln.problems.Problem;
import aln.problems.ProblemDetails;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the servlet container refuses, and {@code sendError} of whoever. */
@Controller
class ErrorProblems implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<ProblemDetails> error(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Problem problem = MvcProblems.byStatus(status instanceof Integer code ? code : 404);
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.parseMediaType(ProblemDetails.MEDIA_TYPE))
        .body(problem.details());
  }
}
