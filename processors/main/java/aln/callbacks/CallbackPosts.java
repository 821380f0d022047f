package aln.callbacks;

import aln.outbound.AddressRefused;
import aln.outbound.Destinations;
import aln.outbound.OutboundClient;
import aln.outbound.OutboundRequest;
import aln.outbound.OutboundResponse;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The requests themselves, as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> has
 * them. Never to an address that is not public, and never on to another.
 */
@Component
public class CallbackPosts {

  private final OutboundClient client;
  private final Destinations destinations;
  private final CallbackSecrets secrets;
  private final CallbackSettings settings;

  CallbackPosts(
      OutboundClient client,
      Destinations destinations,
      CallbackSecrets secrets,
      CallbackSettings settings) {
    this.client = client;
    this.destinations = destinations;
    this.secrets = secrets;
    this.settings = settings;
  }

  /** Sends it once and says how that went; the body of the answer does not matter. */
  public Outcome send(Delivery delivery) {
    try {
      URI address = destinations.read(delivery.url());
      byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
      var request =
          OutboundRequest.post(
              address, headers(delivery, Instant.now().getEpochSecond()), body, settings.timeout());
      try (OutboundResponse response = client.call(request).open()) {
        return Outcome.answered(response.status());
      }
    } catch (AddressRefused refused) {
      return Outcome.refused(String.valueOf(refused.getMessage()));
    } catch (IOException unanswered) {
      return Outcome.failed("It did not answer: " + unanswered.getMessage());
    }
  }

  /**
   * @param time seconds since 1970
   */
  Map<String, String> headers(Delivery delivery, long time) {
    String signatures =
        IntStream.rangeClosed(delivery.secret() - (delivery.rotated() ? 1 : 0), delivery.secret())
            .mapToObj(number -> signature(delivery, number, time))
            .collect(Collectors.joining(" "));
    return Map.of(
        "Content-Type",
        "application/json",
        "webhook-id",
        delivery.id().toString(),
        "webhook-timestamp",
        Long.toString(time),
        "webhook-signature",
        signatures);
  }

  private String signature(Delivery delivery, int number, long time) {
    try {
      return new Webhook(secrets.of(delivery.ownerId(), number))
          .sign(delivery.id().toString(), time, delivery.body());
    } catch (WebhookSigningException | EmptyWebhookSecretException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
