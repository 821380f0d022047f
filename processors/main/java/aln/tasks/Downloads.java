package aln.tasks;

import aln.media.BadOutput;
import aln.media.plan.EncodeAudio;
import aln.media.plan.MakeDownload;
import aln.sql.Json;
import aln.sql.Sql;
import aln.storage.Keys;
import aln.storage.ObjectRef;
import aln.storage.Objects;
import aln.storage.StoreUnavailable;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Brings committed renditions onto the bench, to be put into one file, and checks that file. */
@Component
public class Downloads {

  private final Sql sql;
  private final Objects objects;
  private final Json json;

  public Downloads(Sql sql, Objects objects, Json json) {
    this.sql = sql;
    this.objects = objects;
    this.json = json;
  }

  /**
   * Writes each rendition into a file of its name in the work's directory: the initialisation
   * section, then every segment.
   *
   * @throws StoreUnavailable when the store is away
   * @throws IOException when the disk is full
   */
  public MakeDownload fetch(Work work, MakeDownload spec) throws IOException {
    for (String rendition : spec.renditions()) {
      List<String> pieces = of(work, rendition, "tasks/stored-pieces").query(String.class).list();
      File file = new File(work.directory(), rendition + ".mp4");
      try (OutputStream out = new FileOutputStream(file)) {
        for (String piece : pieces) {
          objects.read(new ObjectRef(Keys.TRANSCODED, piece), out);
        }
      }
    }
    return spec;
  }

  /**
   * @param probed what ffprobe says of the file's streams
   * @throws BadOutput when it has not every frame of the renditions
   */
  public void verify(Work work, MakeDownload spec, String probed) {
    List<Long> found =
        json.read(probed, Probed.class).streams().stream().map(Stream::frames).toList();
    List<Long> wanted = new ArrayList<>();
    if (spec.video() != null) {
      wanted.add(ticks(work, spec.video().name()) / spec.video().rate().frameTicks());
    }
    if (spec.audio() != null) {
      wanted.add(packets(ticks(work, spec.audio().name())));
    }
    if (!found.equals(wanted)) {
      throw new BadOutput("The download has " + found + " frames, not " + wanted);
    }
  }

  /** The last one may be shorter. */
  private static long packets(long samples) {
    return (samples + EncodeAudio.PACKET_SAMPLES - 1) / EncodeAudio.PACKET_SAMPLES;
  }

  private long ticks(Work work, String rendition) {
    return of(work, rendition, "tasks/stored-ticks").query(Long.class).single();
  }

  private StatementSpec of(Work work, String rendition, String statement) {
    return sql.statement(statement)
        .param("asset", work.claim().asset())
        .param("version", work.version())
        .param("name", rendition);
  }

  /** What ffprobe says. */
  record Probed(List<Stream> streams) {}

  /** One stream of it. */
  record Stream(@JsonProperty("nb_frames") long frames) {}
}
