package aln.playback;

import java.util.UUID;

/** Somebody wants to play an asset. */
public record PlaybackRequest(UUID assetId) {}
