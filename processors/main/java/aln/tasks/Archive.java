package aln.tasks;

import aln.media.pictures.Footage;
import aln.media.pictures.Footage.Clip;
import aln.media.pictures.PictureCommands;
import aln.media.plan.Reel;
import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Objects;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What is committed of a version, brought back to the bench piece by piece: never more of it at a
 * time than is looked at together.
 */
@Component
public class Archive {

  private static final double MICROS = 1e6;

  private final Sql sql;
  private final Objects objects;

  Archive(Sql sql, Objects objects) {
    this.sql = sql;
    this.objects = objects;
  }

  /**
   * All of one rendition of the work's version.
   *
   * @throws IllegalStateException when nothing of it is committed
   */
  public Footage find(Work work, Reel reel) {
    List<Row> rows =
        sql.statement("tasks/footage")
            .param("asset", work.claim().asset())
            .param("version", work.version())
            .param("name", reel.rendition().name())
            .query(Row.class)
            .list();
    if (rows.isEmpty()) {
      throw new IllegalStateException(
          "Nothing is committed of rendition " + reel.rendition().name());
    }
    return new Footage(rows.get(0).initKey(), rows.stream().map(Row::clip).toList());
  }

  /**
   * Puts the initialisation section and these segments together as one fragmented MP4, in the place
   * of what was there before.
   *
   * @throws aln.storage.StoreUnavailable when the store is away or has not all of their bytes
   */
  public File fetch(Work work, Footage footage, List<Clip> clips) {
    File file = new File(work.directory(), PictureCommands.FOOTAGE);
    try (OutputStream out = new FileOutputStream(file)) {
      objects.read(ref(footage.initKey()), out);
      for (Clip clip : clips) {
        objects.read(ref(clip.key()), out);
      }
      return file;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static ObjectRef ref(String key) {
    return new ObjectRef(Keys.TRANSCODED, key);
  }

  /** A segment's row with what it needs of its rendition's. */
  record Row(String initKey, int timescale, long startTick, long ticks, String key) {

    Clip clip() {
      long start = micros(startTick);
      return new Clip(key, start, micros(startTick + ticks) - start);
    }

    private long micros(long tick) {
      return Math.round(tick * MICROS / timescale);
    }
  }
}
