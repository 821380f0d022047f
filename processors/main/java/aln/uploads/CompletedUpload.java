package aln.uploads;

import java.util.UUID;

/**
 * @param status of the asset now
 */
public record CompletedUpload(UUID assetId, String status) {}
