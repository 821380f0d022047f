package aln.media.plan;

/**
 * How samples of a film decide on its ladder.
 *
 * @param target SSIM that each rung is to reach, against the source at the rung's size, 0–1
 * @param best the constant rate factor is not lower than this, however hard the film is to encode
 * @param worst nor higher than this, however easy it is
 * @param places in the film that samples are taken from, evenly spread
 * @param seconds of each sample, at most
 * @param megapixels to decode and encode in all, at most: what bounds the time
 */
public record PerTitle(
    double target, int best, int worst, int places, double seconds, int megapixels) {

  /**
   * @throws IllegalArgumentException when it makes no sense
   */
  public PerTitle {
    Ladder.require(target > 0.5 && target < 1, "target is an SSIM between 0.5 and 1: " + target);
    Ladder.require(
        best >= 1 && best <= worst && worst <= 51, "best is at most worst, from 1 to 51");
    Ladder.require(places >= 3 && places <= 20, "places are from 3 to 20: " + places);
    Ladder.require(seconds > 0 && seconds <= 10, "seconds are at most 10: " + seconds);
    Ladder.require(megapixels > 0, "megapixels are above 0: " + megapixels);
  }
}
