package aln.drop;

/** In the store that comes along. */
class DropEmbeddedStoreIT extends DropContract {}
