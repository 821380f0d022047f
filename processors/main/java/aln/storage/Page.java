package aln.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some objects of a listing, by key.
 *
 * @param next the key to continue after, or null at the end
 */
public record Page(List<StoredObject> objects, @Nullable String next) {

  public Page {
    objects = List.copyOf(objects);
  }
}
