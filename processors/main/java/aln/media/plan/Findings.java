package aln.media.plan;

import aln.media.probe.Inspection;

/** All that is known of a source before it is planned. */
public record Findings(Inspection inspection, TitleFit fit) {

  public Findings {
    fit = fit == null ? TitleFit.NONE : fit;
  }
}
