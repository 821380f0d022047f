package aln.faults;

import aln.hub.Store;
import io.minio.ListObjectsArgs;
import io.minio.Result;
import io.minio.messages.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lies in the store below one account's prefixes. */
record Listing(Store store, UUID account) {

  /** {@code user_…/<asset>/v1/encode-video-0/<fence>/480p/init.mp4}, or {@code …/source}. */
  private static final Pattern KEY =
      Pattern.compile("[^/]+/(?<asset>[^/]+)/((?<task>v\\d+/[^/]+)/\\d+/)?(?<name>.+)");

  /** Bucket and key of every object, with its size in bytes. */
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new TreeMap<>();
    for (String bucket : List.of(Store.RAW, Store.TRANSCODED)) {
      var query = ListObjectsArgs.builder().bucket(bucket).prefix("user_" + account + "/");
      for (Result<Item> each : store.client().listObjects(query.recursive(true).build())) {
        try {
          sizes.put(bucket + "/" + each.get().objectName(), each.get().size());
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return sizes;
  }

  /** The objects of each asset and their sizes, without anything that chance decides. */
  Map<UUID, List<String>> canonical() {
    Map<UUID, List<String>> canonical = new TreeMap<>();
    sizes()
        .forEach(
            (name, size) -> {
              Matcher key = KEY.matcher(name.substring(name.indexOf('/') + 1));
              if (!key.matches()) {
                throw new IllegalStateException(name);
              }
              String task = key.group("task") == null ? "" : key.group("task") + "/…/";
              canonical
                  .computeIfAbsent(UUID.fromString(key.group("asset")), asset -> new ArrayList<>())
                  .add(task + key.group("name") + " " + size);
            });
    canonical.values().forEach(names -> names.sort(null));
    return canonical;
  }
}
