package aln.tasks;

import aln.media.plan.SubtitleTrack;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * Subtitles that a worker brings into the transcoded bucket.
 *
 * @param tracks those that have something to read, in the source's order
 * @param files the objects to write, gone from the worker's disk after the task
 */
public record StoredSubtitles(List<Text> tracks, @JsonIgnore List<StoredFile> files) {

  /**
   * @param key of the WebVTT in the transcoded bucket
   */
  public record Text(SubtitleTrack track, String key) {}
}
