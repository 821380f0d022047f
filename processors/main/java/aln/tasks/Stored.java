package aln.tasks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker brings into the transcoded bucket; becomes visible only by the commit of its task.
 *
 * @param key of the one object, where the output is a single file such as a poster
 * @param tracks parts of renditions, where the output is segments
 * @param files the objects to write, gone from the worker's disk after the task
 */
public record Stored(
    @Nullable String key, List<StoredTrack> tracks, @JsonIgnore List<StoredFile> files) {}
