package aln.media.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rendition as a single file to keep: a picture with the default sound, or sound alone.
 *
 * @param video null for sound alone
 * @param audio null for a silent film
 * @param durationMicros how long it will be
 */
public record MakeDownload(
    @Nullable VideoRendition video, @Nullable AudioRendition audio, long durationMicros) {

  public MakeDownload {
    if (video == null && audio == null) {
      throw new IllegalArgumentException("Nothing to download");
    }
  }

  /** The names of the renditions that it is made of, the picture first. */
  @JsonIgnore
  public List<String> renditions() {
    return Stream.concat(
            Stream.ofNullable(video).map(VideoRendition::name),
            Stream.ofNullable(audio).map(AudioRendition::name))
        .toList();
  }

  /** Bits a second at most. */
  @JsonIgnore
  public long bitRate() {
    return (video == null ? 0 : video.bitRate()) + (audio == null ? 0 : audio.bitRate());
  }

  /** How much of it is written, 0–1, by FFmpeg's {@code out_time}. */
  public double fraction(Duration outTime) {
    return Fraction.of(outTime.toNanos() / 1000.0, durationMicros);
  }
}
