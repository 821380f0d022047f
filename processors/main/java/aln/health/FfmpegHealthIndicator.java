package aln.health;

import aln.ConditionalOnService;
import aln.ffmpeg.FfmpegTools;
import aln.ffmpeg.FfmpegUnusable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part {@code ffmpeg}, where there are workers: whether one was found. */
@Component
@ConditionalOnService("processing")
class FfmpegHealthIndicator implements HealthIndicator {

  private final FfmpegTools tools;

  FfmpegHealthIndicator(FfmpegTools tools) {
    this.tools = tools;
  }

  @Override
  public Health health() {
    try {
      return Health.up().withDetail("version", tools.abilities().version()).build();
    } catch (FfmpegUnusable unusable) {
      return Health.down()
          .withDetail("reason", "There is no FFmpeg that can do the work.")
          .withDetail("mend", "Install FFmpeg 5.1 or later and name it in ALN_FFMPEG.")
          .build();
    }
  }
}
