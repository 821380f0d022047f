package aln.media.pictures;

import aln.media.plan.Reel;
import java.util.List;

/**
 * Which frames of full segments are looked at, and how many of them compete to be one still. Every
 * segment gives the same number of them, so that no competition crosses from one place of the video
 * to another.
 *
 * @param segmentFrames frames of a full segment
 * @param step from one looked at to the next
 * @param each looked at in one segment
 * @param batch of which the most typical one is kept
 */
record Sampling(int segmentFrames, int step, int each, int batch) {

  /** Stills that are wanted, whether from as many segments or from few. */
  static final int STILLS = 12;

  private static final int BATCH = 8;

  /** FFmpeg's filter wants two at least; that it gets fewer in the end does not matter to it. */
  private static final int FEWEST = 2;

  static Sampling of(Reel reel, List<Footage.Clip> clips) {
    long first = reel.rendition().rate().frames(clips.get(0).micros());
    int frames = (int) Math.max(1, Math.min(reel.segmentFrames(), first));
    int wanted = (STILLS + clips.size() - 1) / clips.size();
    int stills = Math.max(1, Math.min(frames / FEWEST, wanted));
    int batch = Math.max(FEWEST, Math.min(BATCH, frames / stills));
    int each = Math.min(frames, stills * batch);
    return new Sampling(reel.segmentFrames(), frames / each, each, batch);
  }

  /** FFmpeg's filters for it. */
  String filters() {
    int until = step * each;
    return "select='lt(mod(n,%1$d),%2$d)*not(mod(mod(n,%1$d),%3$d))',thumbnail=n=%4$d"
        .formatted(segmentFrames, until, step, batch);
  }
}
