package aln.media.plan;

import aln.media.FrameRate;
import aln.media.MediaSettings;
import aln.media.probe.AudioStream;
import aln.media.probe.Inspection;
import aln.media.probe.VideoStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what a source becomes. */
@Component
public class Renditions {

  /** Of so many chunks it is not worth while to cut a source into pieces first. */
  private static final int FEW = 3;

  private final MediaSettings settings;

  public Renditions(MediaSettings settings) {
    this.settings = settings;
  }

  /** Never larger than the source, nothing that the source does not have. */
  public Plan plan(Inspection source, Ladder ladder) {
    return fitted(source, ladder, TitleFit.NONE);
  }

  /** The same with the qualities, caps and rungs that suit this film. */
  public Plan fitted(Inspection source, Ladder ladder, TitleFit fit) {
    VideoStream video = source.video();
    return video == null ? sound(source, ladder) : film(source, video, ladder, fit);
  }

  private Plan film(Inspection source, VideoStream video, Ladder ladder, TitleFit fit) {
    FrameRate rate = playable(video.rate());
    int segmentFrames = segmentFrames(rate);
    List<VideoRendition> renditions = fit.apply(new Rungs(video, rate, ladder).renditions());
    long held = heldMicros(source, video);
    Picture picture = Pictures.of(video, source.startMicros(), rate, held);
    long frames = Math.max(1, rate.frames(video.durationMicros()));
    List<EncodeVideo> chunks =
        chunks(source, frames, segmentFrames, rate).stream()
            .map(chunk -> chunk.last() ? chunk.longer(rate.frames(held)) : chunk)
            .map(
                chunk ->
                    new EncodeVideo(
                        picture,
                        rate,
                        segmentFrames,
                        ladder.preset(chunk),
                        ladder.quality(),
                        chunk,
                        source.exactDuration() || !chunk.last(),
                        renditions,
                        ladder.tuning(),
                        Codec.H264))
            .toList();
    long duration = video.durationMicros() + held;
    long fill = source.exactDuration() ? duration : 0;
    List<EncodeAudio> audio = tracks(source, video.startMicros(), fill, ladder);
    return new Plan(
        duration,
        rate.micros(segmentFrames),
        renditions,
        audio.stream().map(EncodeAudio::rendition).toList(),
        chunks,
        audio,
        poster(picture, renditions.get(0), seeks(source) ? video.durationMicros() : 0),
        subtitles(source, video.startMicros(), duration),
        secondSet(chunks, ladder));
  }

  /** The same stretches of the same picture in the ladder's other codec. */
  /** None where the source is read in pieces: those are gone when the first set is there. */
  private static List<EncodeVideo> secondSet(List<EncodeVideo> chunks, Ladder ladder) {
    boolean pieces = chunks.stream().anyMatch(each -> each.chunk().access() == Access.PIECES);
    return Stream.ofNullable(ladder.then())
        .filter(set -> !pieces)
        .flatMap(
            set -> chunks.stream().map(chunk -> new SecondSet(set, ladder.quality()).of(chunk)))
        .toList();
  }

  private Plan sound(Inspection source, Ladder ladder) {
    List<EncodeAudio> audio = tracks(source, source.startMicros(), 0, ladder);
    return new Plan(
        source.durationMicros(),
        segmentPackets() * 1_000_000L * EncodeAudio.PACKET_SAMPLES / EncodeAudio.SAMPLE_RATE,
        List.of(),
        audio.stream().map(EncodeAudio::rendition).toList(),
        List.of(),
        audio,
        null,
        null);
  }

  private static @Nullable ExtractSubtitles subtitles(Inspection source, long zero, long duration) {
    List<SubtitleTrack> tracks = SubtitleTracks.of(source.others());
    return tracks.isEmpty() ? null : new ExtractSubtitles(zero, duration, tracks);
  }

  /**
   * How long the last frame has to stay. A player waits where one of sound and picture is missing
   * and more is to come, so sound is not left alone for longer than a segment.
   */
  private long heldMicros(Inspection source, VideoStream video) {
    long alone =
        source.audio().stream().mapToLong(Renditions::end).max().orElse(0)
            - (video.startMicros() + video.durationMicros());
    boolean longer = alone > settings.segmentLength().toMillis() * 1000;
    return source.exactDuration() && longer ? alone : 0;
  }

  private static long end(AudioStream stream) {
    return stream.startMicros() + stream.durationMicros();
  }

  private List<EncodeAudio> tracks(Inspection source, long zero, long fill, Ladder ladder) {
    List<AudioStream> streams = source.audio();
    return IntStream.range(0, streams.size())
        .mapToObj(
            i ->
                new EncodeAudio(
                    streams.get(i).index(),
                    zero,
                    Math.max(fill, end(streams.get(i)) - zero),
                    fill,
                    segmentPackets(),
                    Tracks.rendition(streams, i, ladder)))
        .toList();
  }

  private int segmentPackets() {
    double samples = settings.segmentLength().toMillis() / 1000.0 * EncodeAudio.SAMPLE_RATE;
    return (int) Math.max(1, Math.ceil(samples / EncodeAudio.PACKET_SAMPLES));
  }

  private int segmentFrames(FrameRate rate) {
    return (int) Math.max(1, rate.frames(settings.segmentLength().toMillis() * 1000));
  }

  /**
   * A video whose end was not seen stays whole: a chunk has to know how many frames it gets. Unless
   * the end is seen before any chunk but the first begins.
   */
  private List<VideoChunk> chunks(
      Inspection source, long frames, int segmentFrames, FrameRate rate) {
    long longest = rate.frames(settings.chunkLength().toMillis() * 1000);
    Access access = access(source, frames > FEW * longest);
    return source.exactDuration() || access == Access.PIECES
        ? new Chunks(frames, segmentFrames, longest, access).list()
        : List.of(new VideoChunk(0, 0, frames, 0, true, Access.BEGINNING));
  }

  private static Access access(Inspection source, boolean isLong) {
    Access access = Access.of(source.container());
    return access == Access.PIECES && !isLong ? Access.BEGINNING : access;
  }

  private static boolean seeks(Inspection source) {
    return Access.of(source.container()) == Access.INDEX;
  }

  private static FrameRate playable(FrameRate rate) {
    FrameRate playable = rate;
    while (playable.perSecond() > 60.5) {
      playable = playable.half();
    }
    return playable;
  }

  /**
   * A tenth into the film, but not far into a long one: titles are over, nothing is given away.
   *
   * @param seekableMicros the film's length; 0 where it does not seek to a key frame
   */
  private static MakePoster poster(Picture picture, VideoRendition largest, long seekableMicros) {
    long at = Math.min(seekableMicros / 10, 60_000_000);
    return new MakePoster(picture, largest.width(), largest.height(), at);
  }
}
