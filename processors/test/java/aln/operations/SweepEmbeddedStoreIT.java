package aln.operations;

/** S3Proxy, as it comes with the hub. */
class SweepEmbeddedStoreIT extends SweepContract {}
