package aln.drop;

import aln.storage.Keys;
import aln.storage.ObjectRef;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * Where something lies in the drop folder, and what its name says of it.
 *
 * @param user the first part of the key: whose folder; empty where there is none
 * @param path the rest
 */
public record DropKey(String user, String path) {

  private static final Set<String> METADATA = Set.of("yaml", "yml");
  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png");

  /** What programs call a file that they are still writing. */
  private static final Set<String> UNFINISHED =
      Set.of("part", "partial", "filepart", "crdownload", "download", "tmp", "temp");

  /** What a file is to the others of its name. */
  public enum Role {
    /** A work of its own. */
    FILE,
    /** A work of its own, or the poster of a film or a sound of its name. */
    PICTURE,
    /** YAML that describes the file of its name. */
    METADATA,
    /** SubRip captions of the file of its name. */
    CAPTIONS
  }

  static DropKey of(String key) {
    int slash = key.indexOf('/');
    return slash < 0
        ? new DropKey("", key)
        : new DropKey(key.substring(0, slash), key.substring(slash + 1));
  }

  String key() {
    return user.isEmpty() ? path : user + "/" + path;
  }

  ObjectRef ref() {
    return new ObjectRef(Keys.DROP, key());
  }

  /** Folders, hidden files, what was rejected, and what somebody is still writing. */
  boolean isLeftAlone() {
    return path.isEmpty()
        || path.endsWith("/")
        || UNFINISHED.contains(ending())
        || Arrays.stream(key().split("/")).anyMatch(DropKey::isHidden);
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("~$");
  }

  /** The path without its ending: what a file and its sidecars share. */
  String stem() {
    return path.substring(0, path.length() - (ending().isEmpty() ? 0 : ending().length() + 1));
  }

  /** In small letters, without the dot; empty where there is none. */
  private String ending() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  Role role() {
    String ending = ending();
    if (METADATA.contains(ending)) {
      return Role.METADATA;
    }
    if (ending.equals("srt")) {
      return Role.CAPTIONS;
    }
    return PICTURES.contains(ending) ? Role.PICTURE : Role.FILE;
  }

  /** As the name says; what it really is, the inspection finds. */
  MediaType contentType() {
    return MediaTypeFactory.getMediaType(path).orElse(MediaType.APPLICATION_OCTET_STREAM);
  }

  /** Whether a picture of its name is its poster. */
  boolean takesAPoster() {
    return Stream.of("video", "audio").anyMatch(contentType().getType()::equals);
  }

  @Override
  public String toString() {
    return Keys.DROP + "/" + key();
  }
}
