package aln.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * One counter for each key, all with the same allowance. A key's window begins with its first try;
 * one that has been quiet for a whole window is forgotten. At most a hundred thousand keys are
 * remembered, those in use first.
 */
public final class Counters {

  private static final long MANY = 100_000;

  private final Allowance allowance;
  private final TimeMeter clock;
  private final Cache<String, Bucket> buckets;

  public Counters(Allowance allowance) {
    this(allowance, InstantSource.system());
  }

  public Counters(Allowance allowance, InstantSource clock) {
    this.allowance = allowance;
    this.clock = new Clock(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MANY)
            .expireAfterAccess(allowance.window().plusSeconds(1))
            .ticker(this.clock::currentTimeNanos)
            .build();
  }

  public Allowance allowance() {
    return allowance;
  }

  /** Counts one try; what is refused costs nothing. */
  public Take take(String key) {
    if (allowance.isUnlimited()) {
      return new Take(true, Long.MAX_VALUE, Duration.ZERO);
    }
    ConsumptionProbe probe = buckets.get(key, absent -> fresh()).tryConsumeAndReturnRemaining(1);
    long nanos = probe.getNanosToWaitForReset() + TimeUnit.SECONDS.toNanos(1) - 1;
    return new Take(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofSeconds(TimeUnit.NANOSECONDS.toSeconds(nanos)));
  }

  /** The key has its whole quota again. */
  public void forget(String key) {
    buckets.invalidate(key);
  }

  private Bucket fresh() {
    Bandwidth whole =
        Bandwidth.builder()
            .capacity(allowance.quota())
            .refillIntervally(allowance.quota(), allowance.window())
            .build();
    return Bucket.builder().withCustomTimePrecision(clock).addLimit(whole).build();
  }

  private record Clock(InstantSource source) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(source.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
