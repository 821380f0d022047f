package aln.media.pictures;

import java.util.List;
import java.util.stream.IntStream;

/**
 * All that is committed of one rendition, as it lies in the store.
 *
 * @param initKey of the initialisation section
 * @param clips the segments without a hole, in order, at least one
 */
public record Footage(String initKey, List<Clip> clips) {

  /**
   * One segment. It begins with a key frame.
   *
   * @param startMicros from the first frame of the video
   * @param micros how long it is
   */
  public record Clip(String key, long startMicros, long micros) {

    long endMicros() {
      return startMicros + micros;
    }
  }

  public Footage {
    clips = List.copyOf(clips);
    if (clips.isEmpty()) {
      throw new IllegalArgumentException("Nothing of this rendition is committed");
    }
  }

  long durationMicros() {
    return clips.get(clips.size() - 1).endMicros();
  }

  /** The one on screen at a moment; the last one for all that comes after the end. */
  Clip at(long micros) {
    return clips.stream()
        .filter(clip -> micros < clip.endMicros())
        .findFirst()
        .orElse(clips.get(clips.size() - 1));
  }

  /**
   * So many from all over the video, each from the middle of its part; all where there are less.
   */
  List<Clip> spread(int most) {
    int count = Math.min(most, clips.size());
    return IntStream.range(0, count)
        .mapToObj(i -> clips.get((2 * i + 1) * clips.size() / (2 * count)))
        .toList();
  }
}
