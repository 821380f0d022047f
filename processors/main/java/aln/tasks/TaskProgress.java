package aln.tasks;

import aln.ffmpeg.RunningCommands;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import aln.media.plan.PlannedTask;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How far a task on the bench is, by what its FFmpeg says. */
@Component
class TaskProgress {

  private final RunningCommands commands;
  private final ObjectMapper json;

  TaskProgress(RunningCommands commands, ObjectMapper json) {
    this.commands = commands;
    this.json = json;
  }

  /** From 0 to 1; 0 as well while nothing is known. */
  double of(Work work) {
    return commands
        .progress(work.directory())
        .map(progress -> fraction(work, progress.outTime()))
        .orElse(0.0);
  }

  private double fraction(Work work, Duration outTime) {
    try {
      return switch (work.claim().kind()) {
        case PlannedTask.ENCODE_VIDEO ->
            json.readValue(work.spec(), EncodeVideo.class).fraction(outTime);
        case PlannedTask.ENCODE_AUDIO ->
            json.readValue(work.spec(), EncodeAudio.class).fraction(outTime);
        default -> 0;
      };
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("Unreadable spec of " + work.claim().task(), broken);
    }
  }
}
