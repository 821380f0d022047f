package aln.tasks;

import aln.media.pictures.Storyboard;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * A storyboard that a worker brings into the transcoded bucket.
 *
 * @param sheets keys, in order
 * @param files the objects to write, gone from the worker's disk after the task
 */
public record StoredStoryboard(
    Storyboard board, List<String> sheets, @JsonIgnore List<StoredFile> files) {}
