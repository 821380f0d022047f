package aln.embedded;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part that starts on its own thread while the hub does other things. */
final class Starting<C> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Starting.class);

  private final Part<C> part;
  private final CompletableFuture<C> connection = new CompletableFuture<>();

  Starting(Part<C> part) {
    this.part = part;
  }

  void begin() {
    // A plain thread: it inherits the class loader that finds a boot jar's services.
    var thread = new Thread(this::run, "start " + part.name());
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    long begin = System.nanoTime();
    try {
      C connected = part.start();
      long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
      LOG.info("{} listens on {} after {} ms", part.name(), part.address(), millis);
      connection.complete(connected);
    } catch (PartFailure e) {
      connection.completeExceptionally(e);
    } catch (Throwable e) {
      String why = e.getMessage() == null ? e.toString() : e.getMessage();
      String mend = "Mend what it says, or use a real server: " + part.replacement();
      connection.completeExceptionally(new PartFailure(part.name(), why, mend, e));
    }
  }

  /**
   * What clients need, as soon as the part takes connections.
   *
   * @throws PartFailure when it could not start
   */
  C await() {
    try {
      return connection.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof PartFailure failure ? failure : e;
    }
  }

  /** Waits for the start to end, whichever way, then stops the part. */
  @Override
  public void close() {
    connection.handle((connected, failure) -> connected).join();
    try {
      part.stop();
    } catch (Exception e) {
      LOG.error(
          "{} did not stop cleanly; its data is safe, the next start repairs it", part.name(), e);
    }
  }
}
