package aln.content;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work as its owner sees it in {@code openapi/assets.yaml}.
 *
 * @param owner e-mail address, for admins only
 * @param type by content; {@code unknown} until inspected
 * @param progress from 0 to 1
 * @param size bytes of the source
 * @param arrival while the hub fetches the source from an address
 * @param duration seconds
 * @param width pixels, upright
 * @param height pixels, upright
 * @param playable whether a playback can be granted now
 * @param poster presigned
 * @param preview presigned
 * @param sideTasks what is still being made beside the renditions, or could not be made
 * @param warnings what could not be made of it, in words
 * @param jobId the newest job
 */
public record Asset(
    UUID id,
    UUID ownerId,
    @Nullable String owner,
    String type,
    String status,
    double progress,
    @Nullable Failure failure,
    String title,
    String description,
    String visibility,
    String filename,
    long size,
    @Nullable Arrival arrival,
    @Nullable Double duration,
    @Nullable Integer width,
    @Nullable Integer height,
    boolean playable,
    @Nullable URI poster,
    @Nullable URI preview,
    List<Rendition> renditions,
    List<SideTask> sideTasks,
    List<String> warnings,
    @Nullable UUID jobId,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * @param code stable and kebab-case
   * @param message what happened and what to do next
   */
  public record Failure(String code, String message) {}

  /**
   * How far a source is that the hub fetches.
   *
   * @param uploadId to give it up by
   * @param received bytes
   * @param expected bytes; null where the server does not say
   * @param trouble what went wrong last; null while all is well
   * @param nextTry null while it is under way, or about to be
   */
  public record Arrival(
      UUID uploadId,
      long received,
      @Nullable Long expected,
      @Nullable String trouble,
      @Nullable Instant nextTry) {}

  /**
   * @param status queued, running or failed
   * @param failure what happened, once it has failed
   */
  public record SideTask(UUID taskId, String kind, String status, @Nullable String failure) {}

  /**
   * One output version.
   *
   * @param bandwidth peak bits a second
   * @param codecs RFC 6381
   * @param url of all of it as one MP4, presigned; null while that is not made
   */
  public record Rendition(
      String name,
      String kind,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Double frameRate,
      @Nullable Integer bandwidth,
      @Nullable String codecs,
      @Nullable String language,
      @Nullable URI url) {}
}
