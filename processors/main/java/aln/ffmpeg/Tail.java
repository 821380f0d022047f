package aln.ffmpeg;

/** The end of a text that may be endless. Safe to write and read from two threads. */
final class Tail {

  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private boolean cut;

  /**
   * @param limit characters kept, at least
   */
  Tail(int limit) {
    this.limit = limit;
  }

  synchronized void append(String more) {
    text.append(more);
    if (text.length() > 2 * limit) {
      text.delete(0, text.length() - limit);
      cut = true;
    }
  }

  /** Whether the beginning is gone. */
  synchronized boolean isCut() {
    return cut;
  }

  @Override
  public synchronized String toString() {
    return text.toString();
  }
}
