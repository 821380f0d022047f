package aln.media.plan;

/**
 * The sizes of the first set once more. What samples of the film said about them holds here too: a
 * size that they left out is not made, and a quality and a cap that they changed change as much.
 *
 * @param first the constant rate factor of the first set, where a rendition has none of its own
 */
record SecondSet(CodecSet set, int first) {

  /** The same stretch of the same picture. */
  EncodeVideo of(EncodeVideo chunk) {
    return new EncodeVideo(
        chunk.picture(),
        chunk.rate(),
        chunk.segmentFrames(),
        set.preset(),
        set.quality(),
        chunk.chunk(),
        chunk.exactLength(),
        chunk.renditions().stream().map(this::rendition).toList(),
        set.tuning(),
        set.codec());
  }

  private VideoRendition rendition(VideoRendition made) {
    return new VideoRendition(
            made.name() + "-" + set.codec().word(),
            made.width(),
            made.height(),
            made.rate(),
            set.codec().sampleEntry(),
            0,
            0,
            0)
        .fitted(quality(made), Math.round(made.bitRate() * set.share()));
  }

  /** Both scales run from the best to the worst, but not to the same number. */
  private int quality(VideoRendition made) {
    Integer own = made.quality();
    int change = own == null ? 0 : own - first;
    double scale = (double) set.codec().worst() / Codec.H264.worst();
    long quality = Math.round(set.quality() + change * scale);
    return (int) Math.min(set.codec().worst(), Math.max(1, quality));
  }
}
