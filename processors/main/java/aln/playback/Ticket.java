package aln.playback;

import java.util.UUID;

/**
 * A token that was shown and is good.
 *
 * @param complete whether the version is whole, so that its playlists end
 */
public record Ticket(Token token, UUID assetId, int version, boolean complete) {}
