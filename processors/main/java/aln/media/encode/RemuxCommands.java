package aln.media.encode;

import aln.ffmpeg.Command;
import aln.media.MediaSettings;
import aln.media.SourceInput;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Picture;
import aln.media.plan.RemuxSource;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * FFmpeg's arguments to cut a source that cannot be sought into pieces that can be read by
 * themselves, in one pass and without encoding anything anew. It is one Matroska stream whose
 * header and clusters go into files of their own: the header and any pieces that follow each other
 * are a file again, and every frame keeps the source's own time.
 */
@Component
public class RemuxCommands {

  /** What stands before any pieces. */
  public static final String HEADER = "header.mkv";

  /** The finished pieces, as {@link Pieces#read} takes them. */
  public static final String LIST = "pieces.csv";

  /** Header and pieces of a chunk, put together. */
  public static final String PUT_TOGETHER = "pieces.mkv";

  private static final String LIVE = "live=1:avoid_negative_ts=disabled";

  private final MediaSettings settings;

  public RemuxCommands(MediaSettings settings) {
    this.settings = settings;
  }

  /**
   * {@link #HEADER}, then {@code piece-000000.mkv} and so on in the directory; each one is finished
   * when it stands in {@link #LIST}.
   *
   * @param source http, https or file
   * @param directory an empty directory of this run's own
   */
  public Command forSource(RemuxSource spec, URI source, File directory) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-hide_banner", "-loglevel", "warning", "-nostdin", "-nostats"));
    arguments.addAll(List.of("-progress", "pipe:1", "-copyts", "-fflags", "+genpts"));
    arguments.addAll(List.of("-t", EncodeCommands.seconds(longest())));
    arguments.addAll(SourceInput.arguments(source, settings.limits()));
    arguments.addAll(List.of("-map", "0:" + spec.stream(), "-map_metadata", "-1", "-c", "copy"));
    arguments.addAll(List.of("-f", "segment", "-segment_format", "matroska"));
    arguments.addAll(List.of("-segment_format_options", LIVE, "-individual_header_trailer", "0"));
    arguments.addAll(List.of("-segment_header_filename", HEADER, "-reset_timestamps", "0"));
    arguments.addAll(List.of("-segment_time", EncodeCommands.seconds(spec.pieceMicros())));
    arguments.addAll(List.of("-segment_list", LIST, "-segment_list_type", "csv"));
    arguments.add("piece-%06d.mkv");
    return new Command(Command.Tool.FFMPEG, arguments, directory, allowance(spec));
  }

  /**
   * Where a chunk begins to read whose pieces lie in its directory as {@link #PUT_TOGETHER}.
   *
   * @param pieces those of the chunk, at least one
   */
  public static Place place(EncodeVideo spec, Pieces pieces) {
    Picture picture = spec.picture();
    long start = pieces.list().get(0).startMicros() - picture.containerStartMicros();
    return new Place(URI.create("file:" + PUT_TOGETHER), Math.max(0, start), 0);
  }

  private long longest() {
    return settings.limits().duration().toMillis() * 1000;
  }

  /** Copying is as fast as the store; a slow one gets half of the film's own time. */
  private static Duration allowance(RemuxSource spec) {
    return Duration.ofMinutes(5).plusMillis(spec.durationMicros() / 2_000);
  }
}
