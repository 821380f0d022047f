package aln.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

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

  private static final int LONGEST = 1024; // bytes
  private static final int LONGEST_PART = 255; // bytes; stores keep parts as names of files
  private static final Pattern IMPOSSIBLE = Pattern.compile("(^|/)\\.{1,2}(/|$)|\\p{Cntrl}");

  private Keys() {}

  /**
   * Whether every store can have an object of this key: not blank, at most 1024 bytes of UTF-8, at
   * most 255 between two slashes, no control characters, no path that leads elsewhere. A store that
   * is asked for another fails, which looks as if it were away.
   */
  public static boolean isPossible(String key) {
    return !key.isBlank()
        && !IMPOSSIBLE.matcher(key).find()
        && StandardCharsets.UTF_8.newEncoder().canEncode(key)
        && bytes(key) <= LONGEST
        && Arrays.stream(key.split("/")).allMatch(part -> bytes(part) <= LONGEST_PART);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

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
