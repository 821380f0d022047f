package aln.jobs;

import aln.media.plan.AudioRendition;
import aln.media.plan.Plan;
import aln.media.plan.VideoRendition;
import org.jspecify.annotations.Nullable;

/**
 * A planned rendition as its table has it.
 *
 * @param bandwidth peak bits a second
 * @param plan the whole planned rendition
 */
record RenditionRow(
    String name,
    String kind,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double frameRate,
    long bandwidth,
    String codecs,
    @Nullable String language,
    Object plan) {

  static RenditionRow of(VideoRendition video, Plan plan) {
    return new RenditionRow(
        video.name(),
        "video",
        video.width(),
        video.height(),
        video.rate().perSecond(),
        video.peak(plan.segmentMicros() / 1e6),
        video.codec(),
        null,
        video);
  }

  static RenditionRow of(AudioRendition audio) {
    return new RenditionRow(
        audio.name(),
        "audio",
        null,
        null,
        null,
        audio.bitRate(),
        audio.codec(),
        audio.language(),
        audio);
  }
}
