package aln.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of an {@code asset} event: how an asset is now.
 *
 * @param progress 0 to 1
 * @param playable whether a playback can be granted, which may be long before it is complete
 * @param arrival while the hub fetches its source
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssetEvent(
    UUID id,
    String status,
    double progress,
    @Nullable Failure failure,
    boolean playable,
    @Nullable Arrival arrival) {

  /**
   * Bytes of a source that the hub fetches.
   *
   * @param expected null where nobody knows
   * @param trouble what went wrong last, if anything
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Arrival(long received, @Nullable Long expected, @Nullable String trouble) {}

  /** Why an asset failed, in words for its creator. */
  public record Failure(String code, String message) {}

  boolean isInWork() {
    return switch (status) {
      case "pending", "uploaded", "processing" -> true;
      default -> false;
    };
  }
}
