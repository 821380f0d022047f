package aln.storage;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The circuit breaker around the object store, in the one HTTP client that every call of the hub
 * takes. It opens when half of the calls of the last half minute failed: no answer, or an answer of
 * 500 and above; a missing object is an answer. While it is open calls fail at once, and {@link
 * StoreProbe} asks every few seconds whether the store is back.
 */
public final class StoreCircuit implements Interceptor {

  private static final Logger LOG = LoggerFactory.getLogger(StoreCircuit.class);
  private static final int WINDOW_SECONDS = 30;
  static final int FEWEST_CALLS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Duration pause;
  private final CircuitBreaker breaker;
  private volatile @Nullable Instant since;
  private volatile Runnable doubt = () -> {};

  StoreCircuit() {
    this(PAUSE);
  }

  /**
   * @param pause between the opening and the next look at the store
   */
  StoreCircuit(Duration pause) {
    this.pause = pause;
    breaker =
        CircuitBreaker.of(
            "store",
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize(WINDOW_SECONDS)
                .minimumNumberOfCalls(FEWEST_CALLS)
                .failureRateThreshold(50)
                .waitDurationInOpenState(pause)
                .permittedNumberOfCallsInHalfOpenState(1)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(change -> note(change.getStateTransition().getToState()));
  }

  /** Whether the store is taken to be away; closed again only by a call that worked. */
  public boolean isOpen() {
    return breaker.getState() != State.CLOSED;
  }

  /** When it may be worth to try again; zero while it is closed. */
  public Duration retryAfter() {
    return isOpen() ? pause : Duration.ZERO;
  }

  /** What an operator is told while it is open; null while it is closed. */
  public @Nullable String reason() {
    Instant opened = since;
    return opened == null || !isOpen()
        ? null
        : "The object store has failed since %s; the hub asks every %d seconds whether it is back."
            .formatted(opened.truncatedTo(ChronoUnit.SECONDS), pause.toSeconds());
  }

  /**
   * Somebody who reads the store past this client, as FFmpeg does, found it away: look at once
   * whether that is so.
   */
  public void suspect() {
    doubt.run();
  }

  void onDoubt(Runnable look) {
    doubt = look;
  }

  /** What makes the one call that is let through after each pause. */
  void onHalfOpen(Runnable probe) {
    breaker
        .getEventPublisher()
        .onStateTransition(
            change -> {
              if (change.getStateTransition().getToState() == State.HALF_OPEN) {
                probe.run();
              }
            });
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (!breaker.tryAcquirePermission()) {
      throw new StoreCallFailed(String.valueOf(reason()));
    }
    long begin = System.nanoTime();
    try {
      Response response = chain.proceed(chain.request());
      if (response.code() >= 500) {
        fail(begin, new IOException("HTTP " + response.code()));
      } else {
        breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
      }
      return response;
    } catch (IOException away) {
      if (chain.call().isCanceled() && !timedOut(away)) {
        breaker.releasePermission();
      } else {
        fail(begin, away);
      }
      throw new StoreCallFailed(away);
    } catch (RuntimeException | Error ours) {
      breaker.releasePermission();
      throw ours;
    }
  }

  private void fail(long begin, IOException why) {
    breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, why);
  }

  /** A call whose whole time is over counts as cancelled, too. */
  private static boolean timedOut(IOException thrown) {
    return thrown instanceof InterruptedIOException;
  }

  private void note(State state) {
    if (state == State.CLOSED) {
      since = null;
      LOG.info("The object store is back.");
    } else if (since == null) {
      since = Instant.now();
      LOG.warn("{}", reason());
    }
  }
}
