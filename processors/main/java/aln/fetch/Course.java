package aln.fetch;

import aln.outbound.OutboundCall;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A fetch under way in this process: how far it is, and what ends it at once. */
final class Course {

  private final Fetch fetch;
  private final AtomicLong received = new AtomicLong();
  private @Nullable OutboundCall call;
  private boolean ended;

  Course(Fetch fetch) {
    this.fetch = fetch;
  }

  Fetch fetch() {
    return fetch;
  }

  /** Bytes that have come, those of the part on its way included. */
  long received() {
    return received.get();
  }

  void begin(long from) {
    received.set(from);
  }

  void add(long bytes) {
    received.addAndGet(bytes);
  }

  /**
   * What is to be ended with it.
   *
   * @throws FetchStopped when it has ended already
   */
  synchronized void runs(OutboundCall next) {
    check();
    call = next;
  }

  /**
   * @throws FetchStopped when somebody has ended it
   */
  synchronized void check() {
    if (ended) {
      throw new FetchStopped(fetch);
    }
  }

  synchronized void end() {
    ended = true;
    if (call != null) {
      call.close();
    }
  }
}
