package aln.callbacks;

import aln.outbound.AddressRefused;
import aln.outbound.Destinations;
import aln.problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a caller wants to be told. */
@Component
public class CallbackAddresses {

  private final Destinations destinations;

  CallbackAddresses(Destinations destinations) {
    this.destinations = destinations;
  }

  /**
   * In its usual form; null stays null.
   *
   * @throws Problem 422 when it is none that the hub would ask; where its host's name leads is seen
   *     with each attempt
   */
  public @Nullable String admit(@Nullable String url) {
    try {
      return url == null ? null : destinations.read(url).toString();
    } catch (AddressRefused refused) {
      throw Problem.unprocessable(refused.code(), String.valueOf(refused.getMessage()));
    }
  }
}
