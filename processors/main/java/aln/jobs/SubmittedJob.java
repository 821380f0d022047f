package aln.jobs;

import java.util.UUID;

/**
 * @param status of the job
 */
public record SubmittedJob(UUID jobId, UUID assetId, String status) {}
