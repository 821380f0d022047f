package aln.drop;

import aln.drop.DropKey.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file with the sidecars of its name.
 *
 * @param file null where only sidecars have come
 */
record Bundle(@Nullable DropFile file, List<DropFile> sidecars) {

  Bundle {
    sidecars = List.copyOf(sidecars);
  }

  /** Those of one user and stem. */
  record Name(String user, String stem) {

    static Name of(DropFile file) {
      return new Name(file.key().user(), file.key().stem());
    }
  }

  /**
   * Files of a listing put together, in their order. Where several share a name, the sidecars go
   * with the first. A picture beside a film or a sound is its poster, any other is a work of its
   * own.
   */
  static List<Bundle> of(List<DropFile> files) {
    Map<Name, List<DropFile>> byName = new LinkedHashMap<>();
    files.forEach(
        file -> byName.computeIfAbsent(Name.of(file), name -> new ArrayList<>()).add(file));
    return byName.values().stream().flatMap(same -> ofOneName(same).stream()).toList();
  }

  private static List<Bundle> ofOneName(List<DropFile> same) {
    boolean poster = same.stream().anyMatch(each -> each.key().takesAPoster());
    List<DropFile> works = new ArrayList<>();
    List<DropFile> sidecars = new ArrayList<>();
    for (DropFile each : same) {
      Role role = each.key().role();
      boolean work = role == Role.FILE || (role == Role.PICTURE && !poster);
      (work ? works : sidecars).add(each);
    }
    if (works.isEmpty()) {
      return List.of(new Bundle(null, sidecars));
    }
    List<Bundle> bundles = new ArrayList<>(List.of(new Bundle(works.get(0), sidecars)));
    works.subList(1, works.size()).forEach(work -> bundles.add(new Bundle(work, List.of())));
    return bundles;
  }

  private DropFile first() {
    return file == null ? sidecars.get(0) : file;
  }

  Name name() {
    return Name.of(first());
  }

  /** All that belongs to it, the file first. */
  List<DropFile> files() {
    List<DropFile> all = new ArrayList<>(sidecars);
    if (file != null) {
      all.add(0, file);
    }
    return all;
  }

  /** Whether nothing of it was written since. */
  boolean isOlderThan(Instant limit) {
    return files().stream().allMatch(each -> each.modified().isBefore(limit));
  }

  /** Whether it may be the poster of a work that was taken before. */
  boolean isPicture() {
    return file != null && file.key().role() == Role.PICTURE;
  }

  /** As what has come after its file. */
  Bundle withoutFile() {
    return new Bundle(null, files());
  }
}
