package aln.playback;

import java.util.UUID;

/**
 * A token that was shown and is good.
 *
 * @param complete whether the version is whole, so that its playlists end
 * @param codecSets how many sets of renditions it shows; 1 is what every version begins with
 */
public record Ticket(Token token, UUID assetId, int version, boolean complete, int codecSets) {}
