package aln.media.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a source.
 *
 * @param durationMicros of the picture, or of the sound where there is no picture
 * @param segmentMicros the length of a full segment of the picture, or of the sound where there is
 *     no picture
 * @param video from the largest to the smallest; empty for audio
 * @param audio the default one first; empty where the source is silent
 * @param encodeVideo one a chunk
 * @param encodeAudio one a track
 * @param poster null for audio
 * @param subtitles null where there are none that can be read
 * @param encodeSecondSet one a chunk; empty where there is no second set. Only the tasks keep it
 */
public record Plan(
    long durationMicros,
    long segmentMicros,
    List<VideoRendition> video,
    List<AudioRendition> audio,
    List<EncodeVideo> encodeVideo,
    List<EncodeAudio> encodeAudio,
    @Nullable MakePoster poster,
    @Nullable ExtractSubtitles subtitles,
    @JsonIgnore List<EncodeVideo> encodeSecondSet) {

  public Plan {
    video = List.copyOf(video);
    audio = List.copyOf(audio);
    encodeVideo = List.copyOf(encodeVideo);
    encodeAudio = List.copyOf(encodeAudio);
    encodeSecondSet =
        List.copyOf(Objects.requireNonNullElse(encodeSecondSet, List.<EncodeVideo>of()));
  }

  /** One without a second set. */
  public Plan(
      long durationMicros,
      long segmentMicros,
      List<VideoRendition> video,
      List<AudioRendition> audio,
      List<EncodeVideo> encodeVideo,
      List<EncodeAudio> encodeAudio,
      @Nullable MakePoster poster,
      @Nullable ExtractSubtitles subtitles) {
    this(
        durationMicros,
        segmentMicros,
        video,
        audio,
        encodeVideo,
        encodeAudio,
        poster,
        subtitles,
        List.of());
  }

  /** Everything that has to be done, each by itself. */
  public List<PlannedTask> tasks() {
    return Stream.of(
            RemuxSource.of(this),
            videoTasks(),
            audioTasks(),
            posterTasks(),
            subtitleTasks(),
            SideTasks.of(this))
        .flatMap(tasks -> tasks)
        .toList();
  }

  private Stream<PlannedTask> videoTasks() {
    return encodeVideo.stream().map(Plan::chunk);
  }

  private static PlannedTask chunk(EncodeVideo spec) {
    VideoChunk chunk = spec.chunk();
    long due = spec.rate().micros(chunk.firstFrame());
    PlannedTask task =
        PlannedTask.at(PlannedTask.ENCODE_VIDEO, chunk.index(), weight(spec), due, spec);
    return chunk.access() == Access.PIECES ? task.waitingFor(PlannedTask.REMUX_SOURCE) : task;
  }

  private Stream<PlannedTask> audioTasks() {
    return Stream.iterate(0, i -> i < encodeAudio.size(), i -> i + 1)
        .map(
            i ->
                new PlannedTask(
                    PlannedTask.ENCODE_AUDIO,
                    i,
                    true,
                    Math.max(encodeAudio.get(i).durationMicros(), 1_000_000) / 1e6,
                    encodeAudio.get(i)));
  }

  private Stream<PlannedTask> posterTasks() {
    return Stream.ofNullable(poster)
        .map(spec -> new PlannedTask(PlannedTask.MAKE_POSTER, 0, true, 1, spec));
  }

  /** Beside all else and from the beginning: there is nothing to wait for. */
  private Stream<PlannedTask> subtitleTasks() {
    return Stream.ofNullable(subtitles)
        .map(spec -> new PlannedTask(PlannedTask.EXTRACT_SUBTITLES, 0, false, 0, spec));
  }

  /** Pixels count: a second of 1080p is about thirty times the work of a second of sound. */
  private static double weight(EncodeVideo spec) {
    double pixels = spec.renditions().stream().mapToDouble(r -> r.width() * r.height()).sum();
    return Math.max(1, spec.chunk().frames() * pixels / 3e6);
  }
}
