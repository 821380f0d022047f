package aln.drop;

import aln.problems.Problem;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Objects;
import aln.storage.UnchangedObjects;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What cannot be taken moves aside, into its user's own folder, with the reason beside it. */
@Component
public class Rejections {

  /** Below the user's folder; never looked at again. */
  static final String FOLDER = ".rejected";

  private static final Logger log = LoggerFactory.getLogger(Rejections.class);

  private final Objects objects;
  private final UnchangedObjects dropped;

  public Rejections(Objects objects, UnchangedObjects dropped) {
    this.objects = objects;
    this.dropped = dropped;
  }

  /** The reason comes first, so that nothing ever lies there without one. */
  public void reject(Refusal refusal) {
    DropFile file = refusal.file();
    ObjectRef aside = aside(file.key(), "");
    ObjectRef reason = aside(file.key(), ".reason.txt");
    objects.put(reason, text(refusal), "text/plain; charset=utf-8");
    if (dropped.copy(file.object(), aside).isPresent()) {
      dropped.delete(file.object());
      log.info("{} was not taken: {}", file.key(), refusal.reason());
    } else {
      objects.delete(reason);
    }
  }

  /** A sidecar; its file is not concerned. */
  public void refuse(DropFile sidecar, Problem problem) {
    reject(Refusal.of(sidecar, problem));
  }

  private static byte[] text(Refusal refusal) {
    return "%s was not taken.%n%n%s%n"
        .formatted(refusal.file().key().path(), refusal.reason())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectRef aside(DropKey key, String ending) {
    String folder = key.user().isEmpty() ? FOLDER : key.user() + "/" + FOLDER;
    return new ObjectRef(Keys.DROP, folder + "/" + key.path() + ending);
  }
}
