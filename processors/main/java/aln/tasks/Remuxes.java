package aln.tasks;

import aln.ffmpeg.RunningCommands;
import aln.media.BadOutput;
import aln.media.MediaRefused;
import aln.media.encode.Pieces;
import aln.media.encode.RemuxCommands;
import aln.media.plan.PlannedTask;
import aln.media.plan.RemuxSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A source is cut into pieces in one pass; what is finished of them is brought to the store
 * meanwhile and leaves the disk, so that there is never more of it than was copied between two
 * looks: FFmpeg holds still while pieces are stored.
 */
@Component
public class Remuxes {

  private final Leases leases;
  private final RunningCommands commands;
  private final Layout layout;

  /** How many pieces of each work are in the store; forgotten with the work. */
  private final Map<Work, Integer> stored = Collections.synchronizedMap(new WeakHashMap<>());

  public Remuxes(Leases leases, RunningCommands commands, Layout layout) {
    this.leases = leases;
    this.commands = commands;
    this.layout = layout;
  }

  /** The sources that this process is cutting now. */
  public List<Work> underWay() {
    return leases.held().stream()
        .filter(work -> work.claim().kind().equals(PlannedTask.REMUX_SOURCE))
        .filter(work -> commands.elapsed(work.directory()).isPresent())
        .toList();
  }

  /**
   * What is finished of it and not stored yet; null while that is nothing. Until it {@link #goOn
   * goes on}, nothing more is copied. What was stored before is cleared away only now: a work that
   * came to its end meanwhile does not read it any more.
   */
  public @Nullable StoredPieces next(Work work) throws IOException {
    Pieces all = finished(work).closed();
    int done = stored.getOrDefault(work, 0);
    for (var piece : all.list().subList(0, done)) {
      Files.deleteIfExists(new File(work.directory(), piece.name()).toPath());
    }
    if (all.list().size() == done) {
      return null;
    }
    commands.hold(work.directory());
    return layout.pieces(work, all, all.after(done));
  }

  /** They are in the store. */
  public void goOn(Work work, StoredPieces part) {
    stored.put(work, part.pieces().list().size());
    commands.resume(work.directory());
  }

  /**
   * All pieces of a source that was read to its end; what is left of them is to be stored.
   *
   * @throws BadOutput when that end came before the last chunk even begins: the store may have
   *     failed
   * @throws MediaRefused when it came so at another attempt, too
   */
  public StoredPieces rest(Work work, RemuxSource spec) throws IOException {
    Pieces all = finished(work);
    if (all.endMicros() <= spec.lastMicros()) {
      if (work.claim().attempt() > 1) {
        throw spec.truncated(all.endMicros());
      }
      throw new BadOutput(
          "The source's picture ends at %.1f s and should go on after %.1f s"
              .formatted(all.endMicros() / 1e6, spec.lastMicros() / 1e6));
    }
    return layout.pieces(work, all, all.after(stored.getOrDefault(work, 0)));
  }

  private static Pieces finished(Work work) throws IOException {
    File list = new File(work.directory(), RemuxCommands.LIST);
    return Pieces.read(list.exists() ? Files.readString(list.toPath()) : "");
  }
}
