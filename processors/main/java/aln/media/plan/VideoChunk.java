package aln.media.plan;

/**
 * A stretch of a video whose length is a whole number of segments, but for the last one. Counted in
 * frames of the renditions.
 *
 * @param index from 0
 * @param firstFrame where it begins
 * @param frames how many it holds; a guess for the last one of a source whose end is not known
 * @param firstSegment the number of its first segment, from 0
 * @param last whether it ends with the source
 * @param access how its beginning is found in the source
 */
public record VideoChunk(
    int index, long firstFrame, long frames, int firstSegment, boolean last, Access access) {

  public VideoChunk {
    access = firstFrame == 0 ? Access.BEGINNING : access;
  }

  /** With so many frames more at its end. */
  VideoChunk longer(long more) {
    return new VideoChunk(index, firstFrame, frames + more, firstSegment, last, access);
  }
}
