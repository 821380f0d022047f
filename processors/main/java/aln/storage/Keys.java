package aln.storage;

import java.util.List;
import java.util.UUID;

/** The keys that the hub makes. Nothing that a user wrote is ever part of one. */
public final class Keys {

  /** Sources, as they came in: private, never served. */
  public static final String RAW = "raw-assets";

  /** What the hub made of them. */
  public static final String TRANSCODED = "transcoded-assets";

  /** The drop folder. */
  public static final String DROP = "drop";

  /** All that the hub uses. */
  public static final List<String> BUCKETS = List.of(RAW, TRANSCODED, DROP);

  private Keys() {}

  /** Where the original bytes of an asset are. */
  public static ObjectRef source(UUID owner, UUID asset) {
    return new ObjectRef(RAW, ownPrefix(owner) + asset + "/source");
  }

  /** Where the captions are that came with a source, as they came: SubRip. */
  public static ObjectRef captions(UUID owner, UUID asset) {
    return new ObjectRef(RAW, ownPrefix(owner) + asset + "/captions.srt");
  }

  /** Everything of one user, in either bucket; ends with a slash. */
  public static String ownPrefix(UUID owner) {
    return "user_" + owner + "/";
  }

  /** Everything of one asset, in either bucket; ends with a slash. */
  public static String assetPrefix(UUID owner, UUID asset) {
    return ownPrefix(owner) + asset + "/";
  }

  /**
   * Below which one attempt at one task writes, so that no two attempts meet; ends with a slash.
   *
   * @param version of the asset, from 1
   * @param task its kind and number within the version, as {@code encode-video-3}
   * @param fence the number that the claim of the attempt got
   */
  public static String outputPrefix(UUID owner, UUID asset, int version, String task, long fence) {
    if (!task.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException("not a task's name: " + task);
    }
    return "%sv%d/%s/%d/".formatted(assetPrefix(owner, asset), version, task, fence);
  }
}
