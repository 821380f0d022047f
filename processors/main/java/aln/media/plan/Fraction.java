package aln.media.plan;

/** How much of a whole is done. */
final class Fraction {

  private Fraction() {}

  /**
   * @return 0–1; 0 while the whole is unknown
   */
  static double of(double done, double whole) {
    return whole <= 0 ? 0 : Math.max(0, Math.min(1, done / whole));
  }
}
