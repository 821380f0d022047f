package aln.jobs;

import aln.media.plan.Ladder;
import aln.media.plan.TitleFit;
import aln.media.probe.Inspection;

/**
 * What a plan is made from: the facts of the source, the ladder that its job asked for, and what
 * samples said about that.
 */
public record Inspected(Inspection inspection, Ladder ladder, TitleFit fit) {}
