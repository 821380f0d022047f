package aln.media.encode;

import java.nio.ByteBuffer;

/**
 * The samples of one fragment: tfhd and trun of ISO/IEC 14496-12.
 *
 * @param duration of all samples in ticks
 * @param shownAfter from decoding the first sample to showing it, in ticks
 * @param sync whether the first sample is one where decoding can begin
 * @param firstEnd where the first sample ends, in bytes from the beginning of the moof
 */
record Run(int samples, long duration, long shownAfter, boolean sync, long firstEnd) {

  private static final int NON_SYNC = 0x10000;

  static Run read(ByteBuffer tfhd, ByteBuffer trun, int trackDuration) {
    int headFlags = tfhd.getInt(0) & 0xffffff;
    int at = 8 + ((headFlags & 0x1) != 0 ? 8 : 0) + ((headFlags & 0x2) != 0 ? 4 : 0);
    int duration = (headFlags & 0x8) != 0 ? tfhd.getInt(at) : trackDuration;
    at += (headFlags & 0x8) != 0 ? 4 : 0;
    long size = (headFlags & 0x10) != 0 ? Integer.toUnsignedLong(tfhd.getInt(at)) : 0;
    at += (headFlags & 0x10) != 0 ? 4 : 0;
    int sampleFlags = (headFlags & 0x20) != 0 ? tfhd.getInt(at) : 0;
    return read(trun, duration, size, sampleFlags);
  }

  private static Run read(
      ByteBuffer trun, int defaultDuration, long defaultSize, int defaultFlags) {
    ByteBuffer in = trun.duplicate();
    int flags = in.getInt() & 0xffffff;
    int samples = in.getInt();
    if ((flags & 0x1) == 0) {
      throw new IllegalArgumentException("A trun does not say where its samples are");
    }
    int dataOffset = in.getInt();
    long firstSize = defaultSize;
    int firstFlags = (flags & 0x4) != 0 ? in.getInt() : defaultFlags;
    long duration = 0;
    long shownAfter = 0;
    for (int i = 0; i < samples; i++) {
      duration += (flags & 0x100) != 0 ? Integer.toUnsignedLong(in.getInt()) : defaultDuration;
      long size = (flags & 0x200) != 0 ? Integer.toUnsignedLong(in.getInt()) : defaultSize;
      firstSize = i == 0 ? size : firstSize;
      int sampleFlags = (flags & 0x400) != 0 ? in.getInt() : defaultFlags;
      firstFlags = i == 0 && (flags & 0x404) == 0x400 ? sampleFlags : firstFlags;
      int offset = (flags & 0x800) != 0 ? in.getInt() : 0;
      shownAfter = i == 0 ? offset : shownAfter;
    }
    return new Run(
        samples, duration, shownAfter, (firstFlags & NON_SYNC) == 0, dataOffset + firstSize);
  }
}
