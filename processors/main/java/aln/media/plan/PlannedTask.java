package aln.media.plan;

import org.jspecify.annotations.Nullable;

/**
 * One unit of work of a job.
 *
 * @param kind one of the names below
 * @param ordinal from 0 within its kind; of a download, its rendition's
 * @param required whether the asset needs it to be complete
 * @param weight its part of the whole work, to add up progress; of no unit
 * @param dueMicros how far into the film it begins: of two of its kind the earlier one goes first,
 *     and the first of a film before all others
 * @param spec the record that its kind is named after, such as {@link EncodeVideo}
 * @param after what it waits for: null for nothing, {@link #AFTER_RENDITIONS}, or a kind of which
 *     the job has one
 */
public record PlannedTask(
    String kind,
    int ordinal,
    boolean required,
    double weight,
    long dueMicros,
    Object spec,
    @Nullable String after) {

  public static final String REMUX_SOURCE = "remux-source";
  public static final String ENCODE_VIDEO = "encode-video";
  public static final String ENCODE_SECOND_SET = "encode-second-set";
  public static final String ENCODE_AUDIO = "encode-audio";
  public static final String MAKE_POSTER = "make-poster";
  public static final String EXTRACT_SUBTITLES = "extract-subtitles";
  public static final String MAKE_THUMBNAILS = "make-thumbnails";
  public static final String MAKE_PREVIEW = "make-preview";
  public static final String MAKE_STORYBOARD = "make-storyboard";
  public static final String MAKE_DOWNLOAD = "make-download";

  /** Until all that the job requires is complete; only for what it does not require. */
  public static final String AFTER_RENDITIONS = "renditions";

  public PlannedTask {
    if (required && AFTER_RENDITIONS.equals(after)) {
      throw new IllegalArgumentException(kind + " would wait for itself");
    }
  }

  /** One that waits for nothing and is about the whole film, so due from its beginning. */
  public PlannedTask(String kind, int ordinal, boolean required, double weight, Object spec) {
    this(kind, ordinal, required, weight, 0, spec, null);
  }

  /** One that the job requires, about a stretch of the film. */
  public static PlannedTask at(
      String kind, int ordinal, double weight, long dueMicros, Object spec) {
    return new PlannedTask(kind, ordinal, true, weight, dueMicros, spec, null);
  }

  /** The same, begun when the job's task of that kind is complete. */
  public PlannedTask waitingFor(String otherKind) {
    return new PlannedTask(kind, ordinal, required, weight, dueMicros, spec, otherKind);
  }

  /** Neither needed for completion nor begun before it, with no part in the job's progress. */
  public static PlannedTask afterRenditions(String kind, int ordinal, Object spec) {
    return new PlannedTask(kind, ordinal, false, 0, 0, spec, AFTER_RENDITIONS);
  }
}
