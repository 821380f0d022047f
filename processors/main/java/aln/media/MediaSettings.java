package aln.media;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How media is read and encoded.
 *
 * @param ladder the name of a file in {@code config/ladders}, for jobs that name no profile
 * @param segmentLength about how long a segment is; rounded to a whole number of frames
 * @param chunkLength the longest stretch of video that one task encodes
 * @param samples frames of a chunk whose likeness with the source is measured; 0: none
 * @param secondSets whether profiles get the second set of renditions that they ask for
 * @param limits what is refused
 */
@ConfigurationProperties("aln.media")
public record MediaSettings(
    @DefaultValue("standard") String ladder,
    @DefaultValue("4s") Duration segmentLength,
    @DefaultValue("1m") Duration chunkLength,
    @DefaultValue("8") int samples,
    @DefaultValue("true") boolean secondSets,
    @DefaultValue Limits limits) {

  /**
   * What a source may be at most.
   *
   * @param duration how long
   * @param pixels of one picture, as stored
   * @param streams in one file
   * @param frameRate frames a second
   */
  public record Limits(
      @DefaultValue("12h") Duration duration,
      @DefaultValue("36000000") long pixels,
      @DefaultValue("48") int streams,
      @DefaultValue("300") int frameRate) {}
}
