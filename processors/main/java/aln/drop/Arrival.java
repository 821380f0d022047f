package aln.drop;

import java.util.List;
import java.util.UUID;

/** A file that may come in, with what belongs to it. */
record Arrival(UUID owner, DropFile file, List<DropFile> sidecars) {}
