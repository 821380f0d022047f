package aln.media.measure;

import aln.media.BadOutput;
import aln.media.MediaSettings;
import aln.media.encode.Checkpoints;
import aln.media.encode.EncodeCommands;
import aln.media.encode.EncodedSegment;
import aln.media.encode.EncodedTrack;
import aln.media.measure.Measurement.Loudness;
import aln.media.measure.Measurement.Ssim;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what {@link MeasureCommands} left behind: figures for the receipt, or a refusal. */
@Component
public class Measurements {

  /** As FFmpeg's ssim filter writes a frame: {@code n:1 Y:0.987654 U:… V:… All:… (19.1)}. */
  private static final Pattern SSIM = Pattern.compile("\\bY:([0-9.]+|inf|nan)");

  private final MediaSettings settings;

  public Measurements(MediaSettings settings) {
    this.settings = settings;
  }

  /**
   * One for each rendition of a chunk.
   *
   * @throws BadOutput when one does not show what the source shows
   */
  public List<Measurement> ofChunk(EncodeVideo spec, List<EncodedTrack> tracks, File directory) {
    Checkpoints points = Checkpoints.of(spec, settings.samples());
    List<Thumb> source = Thumb.read(new File(directory, EncodeCommands.CHECKPOINTS));
    for (EncodedTrack track : tracks) {
      check(spec, track, keys(source, points), directory, "keys");
      if (points.close() > 0 && new File(directory, track.rendition() + ".close").isFile()) {
        check(spec, track, close(source, points), directory, "close");
      }
    }
    return tracks.stream().map(track -> measured(spec, track, directory)).toList();
  }

  /**
   * One for the one track of sound.
   *
   * @throws BadOutput when it is silent where the source is not
   */
  public List<Measurement> ofSound(EncodeAudio spec, List<EncodedTrack> tracks, File directory) {
    EncodedTrack track = tracks.get(0);
    LoudnessCurve source = curve(directory, EncodeCommands.SOURCE);
    LoudnessCurve output = curve(directory, track.rendition());
    new SoundCheck(source, output)
        .fault()
        .ifPresent(
            fault -> {
              throw new BadOutput("Track " + track.rendition() + " " + fault);
            });
    return List.of(
        new Measurement(
            track.rendition(),
            null,
            null,
            spec.durationMicros() > 0 ? spec.durationMicros() / 1e6 : null,
            seconds(track),
            track.file().length(),
            null,
            new Loudness(source.integrated(), output.integrated())));
  }

  private static LoudnessCurve curve(File directory, String name) {
    return LoudnessCurve.read(
        new File(directory, name + ".momentary"), new File(directory, name + ".integrated"));
  }

  private static void check(
      EncodeVideo spec, EncodedTrack track, List<Thumb> source, File directory, String kind) {
    List<Thumb> output = Thumb.read(new File(directory, track.rendition() + "." + kind));
    if (output.isEmpty()) {
      throw bad(spec, track, "cannot be decoded");
    }
    new PictureCheck(source, output)
        .fault()
        .ifPresent(
            fault -> {
              throw bad(spec, track, fault);
            });
  }

  private static BadOutput bad(EncodeVideo spec, EncodedTrack track, String fault) {
    return new BadOutput(
        "Rendition %s, chunk %d: %s".formatted(track.rendition(), spec.chunk().index(), fault));
  }

  private static List<Thumb> keys(List<Thumb> source, Checkpoints points) {
    return IntStream.iterate(0, i -> i < source.size(), i -> i + points.perSegment())
        .mapToObj(source::get)
        .toList();
  }

  private static List<Thumb> close(List<Thumb> source, Checkpoints points) {
    return source.stream()
        .skip((long) points.segment() * points.perSegment())
        .limit(points.close())
        .toList();
  }

  private static Measurement measured(EncodeVideo spec, EncodedTrack track, File directory) {
    long ticks = track.segments().stream().mapToLong(EncodedSegment::duration).sum();
    return new Measurement(
        track.rendition(),
        spec.chunk().frames(),
        ticks / spec.rate().frameTicks(),
        spec.rate().micros(spec.chunk().frames()) / 1e6,
        seconds(track),
        track.file().length(),
        ssim(new File(directory, track.rendition() + ".ssim")),
        null);
  }

  private static double seconds(EncodedTrack track) {
    long ticks = track.segments().stream().mapToLong(EncodedSegment::duration).sum();
    return ticks / (double) track.timescale();
  }

  /** Null where nothing was compared. */
  static @Nullable Double meanSsim(File file) {
    Ssim ssim = ssim(file);
    return ssim == null ? null : ssim.mean();
  }

  private static @Nullable Ssim ssim(File file) {
    if (!file.isFile()) {
      return null;
    }
    try (Stream<String> lines = Files.lines(file.toPath(), StandardCharsets.US_ASCII)) {
      DoubleSummaryStatistics frames =
          lines
              .map(SSIM::matcher)
              .filter(Matcher::find)
              .mapToDouble(found -> Double.parseDouble(found.group(1)))
              .summaryStatistics();
      return frames.getCount() == 0
          ? null
          : new Ssim(frames.getAverage(), frames.getMin(), (int) frames.getCount());
    } catch (IOException unreadable) {
      throw new BadOutput("Nothing was compared of " + file.getName(), unreadable);
    }
  }
}
