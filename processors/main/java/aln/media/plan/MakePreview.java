package aln.media.plan;

/**
 * A few silent seconds of the video, to play where it is listed.
 *
 * @param reel where they are cut from
 * @param width pixels, even
 * @param height pixels, even
 */
public record MakePreview(Reel reel, int width, int height) {}
