package aln.tasks;

import aln.ffmpeg.RunningCommands;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import aln.media.plan.MakeDownload;
import aln.media.plan.PlannedTask;
import aln.media.plan.RemuxSource;
import aln.sql.Json;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far a task on the bench is, by what its FFmpeg says. */
@Component
public class TaskProgress {

  private final RunningCommands commands;
  private final Json json;

  TaskProgress(RunningCommands commands, Json json) {
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

  /**
   * How much longer its FFmpeg will take if it goes on as it did since it began; empty while that
   * is not known, and for what is short anyway.
   */
  public Optional<Duration> remaining(Work work) {
    double done = of(work);
    return done <= 0
        ? Optional.empty()
        : commands.elapsed(work.directory()).map(elapsed -> remaining(elapsed, done));
  }

  static Duration remaining(Duration elapsed, double done) {
    return Duration.ofMillis(Math.round(elapsed.toMillis() * (1 - done) / done));
  }

  private double fraction(Work work, Duration outTime) {
    return switch (work.claim().kind()) {
      case PlannedTask.ENCODE_VIDEO, PlannedTask.ENCODE_SECOND_SET ->
          json.read(work.spec(), EncodeVideo.class).fraction(outTime);
      case PlannedTask.ENCODE_AUDIO -> json.read(work.spec(), EncodeAudio.class).fraction(outTime);
      case PlannedTask.REMUX_SOURCE -> json.read(work.spec(), RemuxSource.class).fraction(outTime);
      case PlannedTask.MAKE_DOWNLOAD ->
          json.read(work.spec(), MakeDownload.class).fraction(outTime);
      default -> 0;
    };
  }
}
