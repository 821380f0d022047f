package aln.tasks;

import aln.media.measure.Measurement;
import java.util.List;

/**
 * How a task's output was made and what it is; kept with the task and never changed.
 *
 * @param tool program and version
 * @param command the program and its arguments, one element each, without secrets
 * @param seconds wall-clock time of that command
 * @param made what it made, one for each rendition
 */
public record Receipt(String tool, List<String> command, double seconds, List<Measurement> made) {}
