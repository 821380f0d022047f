package aln.notifications;

import aln.ConditionalOnService;
import aln.accounts.Callers;
import aln.problems.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * {@code GET /api/events}: server-sent events. A controller, because Camel sends an answer whole.
 */
@RestController
@ConditionalOnService("notifications")
class EventsController {

  private final ProgressFeed feed;
  private final Callers callers;

  EventsController(ProgressFeed feed, Callers callers) {
    this.feed = feed;
    this.callers = callers;
  }

  @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(
      @RequestParam(name = "asset", required = false) @Nullable UUID asset,
      HttpServletResponse response) {
    response.setHeader("X-Accel-Buffering", "no"); // proxies pass every event on at once
    return feed.listen(
        callers.current().orElseThrow(() -> Problem.unauthorized("unauthorized", "Sign in first.")),
        asset);
  }
}
