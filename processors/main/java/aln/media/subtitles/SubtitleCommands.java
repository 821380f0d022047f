package aln.media.subtitles;

import aln.ffmpeg.Command;
import aln.media.MediaSettings;
import aln.media.SourceInput;
import aln.media.plan.ExtractSubtitles;
import aln.media.plan.SubtitleTrack;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** FFmpeg's arguments for what is read. Pure functions; they hold for FFmpeg 5.1 and later. */
@Component
public class SubtitleCommands {

  /** Bytes; the longest film's words are a thousandth of it. */
  private static final String LARGEST = "50000000";

  private final MediaSettings settings;

  public SubtitleCommands(MediaSettings settings) {
    this.settings = settings;
  }

  /**
   * All tracks in one pass: {@code subtitles-1.ass} and so on in the directory, with the source's
   * own times. FFmpeg's WebVTT would not do: it leaves {@code <} and {@code &} as they are.
   */
  public Command forTracks(ExtractSubtitles spec, URI source, File directory) {
    List<String> arguments =
        new ArrayList<>(List.of("-hide_banner", "-loglevel", "warning", "-nostdin", "-nostats"));
    arguments.add("-copyts");
    arguments.addAll(SourceInput.arguments(source, settings.limits()));
    for (SubtitleTrack track : spec.tracks()) {
      arguments.addAll(List.of("-map", "0:" + track.stream(), "-map_metadata", "-1"));
      arguments.addAll(List.of("-c:s", "ass", "-avoid_negative_ts", "disabled", "-fs", LARGEST));
      arguments.addAll(List.of("-f", "ass", Subtitles.ass(track)));
    }
    long seconds = spec.durationMicros() / 1_000_000;
    return new Command(
        Command.Tool.FFMPEG, arguments, directory, Duration.ofSeconds(120 + seconds));
  }
}
