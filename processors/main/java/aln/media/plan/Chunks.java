package aln.media.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a video into stretches of whole segments. The first is one segment, so that watching begins
 * early however long the video is; each next one is twice as long up to the limit.
 *
 * @param frames of the whole video
 * @param segmentFrames of a segment
 * @param longest frames of a chunk; a video that is not longer stays whole
 */
record Chunks(long frames, int segmentFrames, long longest) {

  List<VideoChunk> list() {
    if (frames <= longest) {
      return List.of(new VideoChunk(0, 0, frames, 0, true));
    }
    long most = Math.max(1, longest / segmentFrames);
    List<VideoChunk> chunks = new ArrayList<>();
    VideoChunk chunk = chunk(0, 0, 1);
    for (long size = Math.min(most, 2); !chunk.last(); size = Math.min(most, size * 2)) {
      chunks.add(chunk);
      long next = (chunk.firstFrame() + chunk.frames()) / segmentFrames;
      chunk = chunk(chunk.index() + 1, next, size);
    }
    chunks.add(chunk);
    return chunks;
  }

  /** What would be left over for one more chunk of less than a segment joins the last one. */
  private VideoChunk chunk(int index, long segment, long size) {
    long first = segment * segmentFrames;
    long end = first + size * segmentFrames;
    boolean last = end + segmentFrames > frames;
    return new VideoChunk(
        index, first, (last ? frames : end) - first, Math.toIntExact(segment), last);
  }
}
