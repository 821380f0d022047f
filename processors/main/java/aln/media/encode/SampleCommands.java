package aln.media.encode;

import aln.ffmpeg.Command;
import aln.media.MediaSettings;
import aln.media.SourceInput;
import aln.media.plan.Picture;
import aln.media.plan.Sampling;
import aln.media.plan.VideoRendition;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * FFmpeg's arguments for encoding short samples of a source at every size, one decode of each. What
 * is encoded is thrown away; libx264 tells its size and likeness (SSIM) in its last words, one
 * encoder after the other: the candidates from the largest to the smallest, the smallest once more.
 */
@Component
public class SampleCommands {

  /** Enlarged pictures are compared this rarely. */
  private static final int EVERY = 5;

  /** Seconds that are read of each place at most. */
  private static final int LONGEST = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MediaSettings settings;

  public SampleCommands(MediaSettings settings) {
    this.settings = settings;
  }

  /**
   * Beside its words: {@code 480p.enlarged} and so on in the directory, a line of FFmpeg's ssim
   * filter for each frame of the size below that was enlarged to this one.
   */
  public Command forSource(Sampling spec, URI source, File directory, int threads) {
    List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-loglevel", "info"));
    arguments.addAll(List.of("-nostdin", "-nostats", "-threads", threads(threads)));
    for (long place : spec.placesMicros()) {
      arguments.addAll(from(spec.picture(), place));
      arguments.addAll(SourceInput.arguments(source, settings.limits()));
    }
    arguments.addAll(List.of("-filter_complex", graph(spec)));
    for (VideoRendition candidate : spec.candidates()) {
      arguments.addAll(encoder(candidate.name(), spec.quality(), threads));
    }
    arguments.addAll(encoder("again", spec.secondQuality(), threads));
    for (VideoRendition each : spec.candidates().subList(0, spec.candidates().size() - 1)) {
      arguments.addAll(List.of("-map", "[like-" + each.name() + "]", "-f", "null", "-"));
    }
    return new Command(Command.Tool.FFMPEG, arguments, directory, PATIENCE);
  }

  /** From the key frame before, so that nothing is decoded in vain. */
  private static List<String> from(Picture picture, long place) {
    long at = Math.max(0, picture.startMicros() - picture.containerStartMicros()) + place;
    return List.of(
        "-noaccurate_seek",
        "-ss",
        EncodeCommands.seconds(at),
        "-t",
        Integer.toString(LONGEST),
        "-reinit_filter",
        "0");
  }

  private static List<String> encoder(String label, int quality, int threads) {
    return List.of(
        "-map",
        "[" + label + "]",
        "-fps_mode",
        "passthrough",
        "-c:v",
        "libx264",
        "-preset",
        Sampling.PRESET,
        "-crf",
        Integer.toString(quality),
        "-ssim",
        "1",
        "-threads",
        threads(threads),
        "-f",
        "null",
        "-");
  }

  private static String threads(int threads) {
    return Integer.toString(Math.max(0, threads));
  }

  private static String graph(Sampling spec) {
    StringBuilder graph = new StringBuilder();
    StringBuilder places = new StringBuilder();
    for (int i = 0; i < spec.placesMicros().size(); i++) {
      graph.append(
          "[%d:%d]%s[place-%1$d];"
              .formatted(i, spec.picture().stream(), VideoFilters.ofSample(spec)));
      places.append("[place-%d]".formatted(i));
    }
    graph.append("%sconcat=n=%d:v=1:a=0".formatted(places, spec.placesMicros().size()));
    for (int i = 0; i < spec.candidates().size(); i++) {
      graph.append(rung(spec.candidates(), i));
    }
    return graph.toString();
  }

  /** A size goes to its encoder, down to the next, and into the comparisons with its neighbours. */
  private static String rung(List<VideoRendition> candidates, int i) {
    VideoRendition own = candidates.get(i);
    boolean last = i == candidates.size() - 1;
    List<String> to = new ArrayList<>(List.of(own.name()));
    to.addAll(last ? List.of("again") : List.of("down-" + i, "given-" + i));
    if (i > 0) {
      to.add("up-" + i);
    }
    String split =
        "%s,split=%d[%s]"
            .formatted(
                i == 0 ? "" : ";[down-%d]%s".formatted(i - 1, own.scaled()),
                to.size(),
                String.join("][", to));
    return i == 0 ? split : split + enlarged(candidates.get(i - 1), i);
  }

  private static String enlarged(VideoRendition larger, int i) {
    String some = "select='not(mod(n,%d))'".formatted(EVERY);
    return ";[up-%d]%s,%s[enlarged-%1$d];[given-%d]%s[large-%4$d];[enlarged-%1$d][large-%4$d]ssim=stats_file=%s.enlarged[like-%6$s]"
        .formatted(i, some, larger.scaled(), i - 1, some, larger.name());
  }
}
