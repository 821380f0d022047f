package aln.uploads;

import java.util.UUID;

/** The client says that the bytes are there. */
public record CompleteUpload(UUID uploadId) {}
