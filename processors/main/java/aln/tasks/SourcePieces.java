package aln.tasks;

import aln.media.encode.Piece;
import aln.media.encode.Pieces;
import aln.media.encode.Place;
import aln.media.encode.RemuxCommands;
import aln.media.plan.EncodeVideo;
import aln.sql.Json;
import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Objects;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** Brings the pieces of a source that a chunk is decoded from onto the bench. */
@Component
public class SourcePieces {

  private final Sql sql;
  private final Objects objects;
  private final Json json;

  public SourcePieces(Sql sql, Objects objects, Json json) {
    this.sql = sql;
    this.objects = objects;
    this.json = json;
  }

  /**
   * Puts the header and the chunk's pieces together as one file of the work's directory.
   *
   * @throws aln.storage.StoreUnavailable when the store is away or has not all of their bytes
   * @throws IOException when the disk is full
   */
  public Place fetch(Work work, EncodeVideo spec) throws IOException {
    StoredPieces source = committed(work);
    Pieces needed = source.pieces().of(spec);
    File file = new File(work.directory(), RemuxCommands.PUT_TOGETHER);
    try (OutputStream out = new FileOutputStream(file)) {
      objects.read(new ObjectRef(Keys.TRANSCODED, source.header()), out);
      for (Piece piece : needed.list()) {
        objects.read(new ObjectRef(Keys.TRANSCODED, piece.name()), out);
      }
    }
    return RemuxCommands.place(spec, needed);
  }

  private StoredPieces committed(Work work) {
    String result =
        sql.statement("tasks/source-pieces")
            .param("job", work.claim().job())
            .query(String.class)
            .single();
    return json.read(result, StoredPieces.class);
  }
}
