package aln.payments.splits;

/**
 * What a collaborator says to a version.
 *
 * @param version that they have read, so that nobody agrees to another one
 */
public record Answer(int version) {}
