package aln.media.plan;

/**
 * One unit of work of a job.
 *
 * @param kind {@code encode-video}, {@code encode-audio} or {@code make-poster}
 * @param ordinal from 0 within its kind
 * @param required whether the asset needs it to be complete
 * @param weight its part of the whole work, to add up progress; of no unit
 * @param spec {@link EncodeVideo}, {@link EncodeAudio} or {@link MakePoster}
 */
public record PlannedTask(String kind, int ordinal, boolean required, double weight, Object spec) {

  public static final String ENCODE_VIDEO = "encode-video";
  public static final String ENCODE_AUDIO = "encode-audio";
  public static final String MAKE_POSTER = "make-poster";
}
