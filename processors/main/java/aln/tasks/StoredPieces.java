package aln.tasks;

import aln.media.encode.Pieces;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of a source that a worker brings into the transcoded bucket: for the chunks of the
 * same job only, and not wanted any more once that is complete.
 *
 * @param header key of what stands before any of them
 * @param pieces by their keys
 * @param files the objects to write, gone from the worker's disk once they are stored; null in what
 *     was read from the task's row
 */
public record StoredPieces(
    String header, Pieces pieces, @JsonIgnore @Nullable List<StoredFile> files) {}
