package aln.media.encode;

import aln.ffmpeg.Command;
import aln.media.plan.MakeDownload;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * FFmpeg's arguments to put finished renditions into one file, and to look at it. Nothing is
 * encoded anew and nothing is read but the directory.
 */
@Component
public class DownloadCommands {

  /** The file that {@link #remux} makes. */
  public static final String FILE = "download.mp4";

  private static final List<String> OWN =
      List.of("-protocol_whitelist", "file", "-format_whitelist", "mov");

  /** {@link #FILE}: progressive MP4 whose index stands in front (ISO/IEC 14496-12). */
  public Command remux(MakeDownload spec, File directory) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-hide_banner", "-loglevel", "warning", "-nostdin", "-nostats"));
    arguments.addAll(List.of("-progress", "pipe:1", "-copyts"));
    for (String rendition : spec.renditions()) {
      arguments.addAll(OWN);
      arguments.addAll(List.of("-i", "file:" + rendition + ".mp4"));
    }
    for (int i = 0; i < spec.renditions().size(); i++) {
      arguments.addAll(List.of("-map", i + ":0"));
    }
    arguments.addAll(List.of("-map_metadata", "-1", "-c", "copy", "-fflags", "+bitexact"));
    arguments.addAll(List.of("-use_editlist", "1", "-avoid_negative_ts", "disabled"));
    arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4", FILE));
    return new Command(Command.Tool.FFMPEG, arguments, directory, allowance(spec));
  }

  /** How many frames each stream of {@link #FILE} has, as JSON. */
  public Command count(File directory) {
    List<String> arguments = new ArrayList<>(List.of("-v", "error"));
    arguments.addAll(OWN);
    arguments.addAll(List.of("-show_entries", "stream=codec_type,nb_frames", "-of", "json"));
    arguments.add("file:" + FILE);
    return new Command(Command.Tool.FFPROBE, arguments, directory, Duration.ofMinutes(2));
  }

  /** Copying is as fast as the disk; a slow one gets a tenth of the film's own time. */
  private static Duration allowance(MakeDownload spec) {
    return Duration.ofMinutes(5).plusMillis(spec.durationMicros() / 10_000);
  }
}
