package aln.operations;

/** Why a dead letter needs no further try. */
public record Discard(String reason) {}
