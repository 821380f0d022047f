package aln.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * Stills that a worker brings into the transcoded bucket.
 *
 * @param thumbnails in the order of the video, at least one
 * @param files the objects to write, gone from the worker's disk after the task
 */
public record StoredThumbnails(List<Thumbnail> thumbnails, @JsonIgnore List<StoredFile> files) {

  /**
   * @param key in the transcoded bucket
   * @param atMicros its moment, from the first frame of the video
   * @param score how much there is to see, 0–1
   */
  public record Thumbnail(String key, long atMicros, double score) {}
}
