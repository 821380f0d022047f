package aln.uploads;

import java.util.UUID;

/**
 * @param state aborted
 */
public record EndedUpload(UUID uploadId, String state) {}
