package aln.media.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source really is. Times are microseconds on the source's own clock, which need not begin
 * at zero (transport streams).
 *
 * @param kind by content, never by name
 * @param container FFmpeg's names of the demuxer, such as {@code mov,mp4,m4a,3gp,3g2,mj2}
 * @param size in bytes, 0 where unknown
 * @param startMicros when the first of the streams begins
 * @param durationMicros of the picture for a video, of the longest track for audio
 * @param exactDuration whether the end was seen, not only promised
 * @param video the picture that is used; null for audio
 * @param audio every audio track that can be used, the default one first
 * @param others every other stream, as it is: further pictures, cover art, subtitles, data
 */
public record Inspection(
    Kind kind,
    String container,
    long size,
    long startMicros,
    long durationMicros,
    boolean exactDuration,
    @Nullable VideoStream video,
    List<AudioStream> audio,
    List<OtherStream> others) {

  public enum Kind {
    VIDEO,
    AUDIO
  }

  public Inspection {
    audio = List.copyOf(audio);
    others = List.copyOf(others);
  }
}
