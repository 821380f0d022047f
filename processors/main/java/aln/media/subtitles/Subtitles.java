package aln.media.subtitles;

import aln.media.BadOutput;
import aln.media.plan.ExtractSubtitles;
import aln.media.plan.SubtitleTrack;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was read of each track, as WebVTT. */
@Component
public class Subtitles {

  /** The file of a track in the directory of {@link #write}. */
  public static String vtt(SubtitleTrack track) {
    return track.name() + ".vtt";
  }

  static String ass(SubtitleTrack track) {
    return track.name() + ".ass";
  }

  /**
   * Writes {@code subtitles-1.vtt} and so on beside what {@link SubtitleCommands} made.
   *
   * @return the tracks that have something to read
   * @throws BadOutput when one was not made
   */
  public List<SubtitleTrack> write(ExtractSubtitles spec, File directory) {
    List<SubtitleTrack> written = new ArrayList<>();
    for (SubtitleTrack track : spec.tracks()) {
      List<Cue> cues = cues(spec, new File(directory, ass(track)));
      if (!cues.isEmpty()) {
        write(new File(directory, vtt(track)), WebVtt.of(cues));
        written.add(track);
      }
    }
    return written;
  }

  private static List<Cue> cues(ExtractSubtitles spec, File file) {
    // What is no UTF-8 after all is shown as a question mark instead of ending the whole track.
    try (var bytes = new FileInputStream(file);
        var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return AssCues.read(lines.lines(), spec.startMicros(), spec.durationMicros());
    } catch (IOException | UncheckedIOException e) {
      throw new BadOutput(file.getName() + " cannot be read", e);
    }
  }

  private static void write(File file, String text) {
    try {
      Files.writeString(file.toPath(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
