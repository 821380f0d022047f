package aln.media.pictures;

import java.util.List;

/**
 * One sheet of a storyboard and what it is drawn from.
 *
 * @param number from 0
 * @param startMicros the moment of its first tile
 * @param tiles on it, 1 to 100
 * @param clips those that its tiles fall into, in order
 * @param keyFrames whether every tile has a clip of its own, so that their key frames are enough;
 *     else the clips are without a gap
 */
public record Sheet(
    int number, long startMicros, int tiles, List<Footage.Clip> clips, boolean keyFrames) {

  public Sheet {
    clips = List.copyOf(clips);
  }

  /** In the work's directory. */
  public String file() {
    return "sheet-%03d.jpg".formatted(number);
  }
}
