package aln.jobs;

import aln.media.plan.Ladder;
import aln.media.probe.Inspection;

/** What a plan is made from: the facts of the source and the ladder that its job asked for. */
public record Inspected(Inspection inspection, Ladder ladder) {}
