package aln.media.plan;

/**
 * Small pictures of the whole video, to look ahead while seeking.
 *
 * @param reel where they are taken from
 * @param tileWidth pixels of one, even
 * @param tileHeight pixels of one, even
 */
public record MakeStoryboard(Reel reel, int tileWidth, int tileHeight) {}
