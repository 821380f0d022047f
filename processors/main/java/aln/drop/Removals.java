package aln.drop;

import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.StoredObject;
import aln.storage.UnchangedObjects;
import aln.uploads.Upload;
import org.springframework.stereotype.Component;

/** Out of the drop folder into the asset: copied first, removed once the asset has it. */
@Component
public class Removals {

  private final UnchangedObjects objects;

  public Removals(UnchangedObjects objects) {
    this.objects = objects;
  }

  /**
   * Copies the file to where its upload goes, within the store.
   *
   * @return the source as the store has it
   * @throws IllegalStateException when the file has changed since it was listed; it is looked at
   *     again
   */
  public StoredObject copy(DropFile file, Upload upload) {
    return copy(file, new ObjectRef(Keys.RAW, upload.sourceKey()));
  }

  /**
   * @throws IllegalStateException as above
   */
  public StoredObject copy(DropFile file, ObjectRef to) {
    return objects
        .copy(file.object(), to)
        .orElseThrow(() -> new IllegalStateException(file.key() + " has changed meanwhile"));
  }

  /** Removes what the asset has; what has replaced it meanwhile stays, as something new. */
  public void clear(Drop drop) {
    if (drop.file() != null) {
      objects.delete(drop.file().object());
    }
    drop.sidecars().forEach(each -> objects.delete(each.object()));
  }
}
