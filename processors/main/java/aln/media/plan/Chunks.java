package aln.media.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a video into stretches of whole segments. The first is one segment, so that watching begins
 * early however long the video is; each next one is up to twice as long, so that there are few;
 * from the middle of what is left on they get shorter again, so that workers end together and none
 * waits for the last one of another. Where each chunk would have to read the source from its
 * beginning, there are only two.
 *
 * @param frames of the whole video
 * @param segmentFrames of a segment
 * @param longest frames of a chunk; less than a segment counts as one
 * @param access how a chunk's beginning is found in the source
 */
record Chunks(long frames, int segmentFrames, long longest, Access access) {

  List<VideoChunk> list() {
    List<VideoChunk> chunks = new ArrayList<>();
    VideoChunk chunk = chunk(0, 0, 1);
    for (long size = 1; !chunk.last(); ) {
      chunks.add(chunk);
      long next = (chunk.firstFrame() + chunk.frames()) / segmentFrames;
      size = size(size, frames / segmentFrames - next);
      chunk = chunk(chunk.index() + 1, next, size);
    }
    chunks.add(chunk);
    return chunks;
  }

  /** Of the chunk after one of this size, in segments. */
  private long size(long before, long left) {
    return access == Access.BEGINNING
        ? left
        : Math.min(Math.min(2 * before, Math.max(1, longest / segmentFrames)), half(left));
  }

  /** Rounded up; the last two or three segments are not worth two beginnings. */
  private static long half(long segments) {
    return segments <= 3 ? Math.max(1, segments) : (segments + 1) / 2;
  }

  /** What would be left over for one more chunk of less than a segment joins the last one. */
  private VideoChunk chunk(int index, long segment, long size) {
    long first = segment * segmentFrames;
    long end = first + size * segmentFrames;
    boolean last = end + segmentFrames > frames;
    return new VideoChunk(
        index, first, (last ? frames : end) - first, Math.toIntExact(segment), last, access);
  }
}
