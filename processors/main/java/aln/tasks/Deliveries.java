package aln.tasks;

import aln.ffmpeg.RunningCommands;
import aln.media.encode.EncodedTrack;
import aln.media.encode.Segments;
import aln.media.plan.EncodeAudio;
import aln.media.plan.PlannedTask;
import aln.sql.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sound is encoded in one pass, which takes long for a long film; what is finished of it is brought
 * to the store and shown meanwhile.
 */
@Component
public class Deliveries {

  private final Leases leases;
  private final RunningCommands commands;
  private final Segments segments;
  private final Layout layout;
  private final Tasks tasks;
  private final Json json;

  /** How many segments of each work are shown; forgotten with the work. */
  private final Map<Work, Integer> shown = Collections.synchronizedMap(new WeakHashMap<>());

  public Deliveries(
      Leases leases,
      RunningCommands commands,
      Segments segments,
      Layout layout,
      Tasks tasks,
      Json json) {
    this.leases = leases;
    this.commands = commands;
    this.segments = segments;
    this.layout = layout;
    this.tasks = tasks;
    this.json = json;
  }

  /** The tracks that this process is encoding now. */
  public List<Work> underWay() {
    return leases.held().stream()
        .filter(work -> work.claim().kind().equals(PlannedTask.ENCODE_AUDIO))
        .filter(work -> commands.elapsed(work.directory()).isPresent())
        .toList();
  }

  /** What is finished of it and not shown yet; null while that is nothing. */
  public @Nullable Stored next(Work work) {
    return segments
        .soFar(json.read(work.spec(), EncodeAudio.class), work.directory())
        .map(track -> rest(work, track))
        .filter(track -> !track.segments().isEmpty())
        .map(track -> layout.tracks(work, List.of(track)))
        .orElse(null);
  }

  /** Once it is in the store. Nothing happens when the work has ended meanwhile. */
  public void show(Work work, Stored part) {
    if (tasks.show(work, part)) {
      part.tracks().forEach(track -> shown.merge(work, track.segments().size(), Integer::sum));
    }
  }

  /** What is left to be shown with the commit of a work that is done. */
  public List<EncodedTrack> rest(Work work, List<EncodedTrack> encoded) {
    return encoded.stream().map(track -> rest(work, track)).toList();
  }

  private EncodedTrack rest(Work work, EncodedTrack track) {
    return track.from(shown.getOrDefault(work, 0));
  }
}
