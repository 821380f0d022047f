package aln.outbound;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One request on its way. Whoever closes it, from whatever thread, ends it at once. */
public final class OutboundCall implements AutoCloseable {

  private static final Set<Integer> SENT_ON = Set.of(301, 302, 303, 307, 308);

  private final OutboundRequest request;
  private final Destinations destinations;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService clock;
  private @Nullable HttpUriRequestBase sent;
  private @Nullable ScheduledFuture<?> end;
  private boolean closed;
  private volatile boolean late;

  OutboundCall(
      OutboundRequest request,
      Destinations destinations,
      CloseableHttpClient client,
      ScheduledExecutorService clock) {
    this.request = request;
    this.destinations = destinations;
    this.client = client;
    this.clock = clock;
  }

  /**
   * Sends it and waits for the head of the answer, whatever its status.
   *
   * @throws AddressRefused when the hub must not go there, or is sent on where it must not or too
   *     often
   * @throws IOException when nobody answers, or not in time, or the call was closed
   */
  public OutboundResponse open() throws IOException {
    endAfter(request.patience());
    try {
      OutboundResponse response = follow();
      endAfter(request.whole());
      return response;
    } catch (IOException e) {
      close();
      throw late ? new SocketTimeoutException("no answer in " + request.patience()) : e;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private OutboundResponse follow() throws IOException {
    URI address = request.address();
    for (int hop = 0; ; hop++) {
      ClassicHttpResponse response = client.executeOpen(null, send(address), null);
      if (request.redirects() == 0 || !SENT_ON.contains(response.getCode())) {
        return new OutboundResponse(address, response, this);
      }
      if (hop == request.redirects()) {
        throw new AddressRefused(
            "redirects-refused",
            "The address sends on more than %d times. Name the one where the file really is."
                .formatted(request.redirects()));
      }
      var location = response.getFirstHeader("Location");
      address = destinations.redirected(address, location == null ? null : location.getValue());
    }
  }

  private synchronized HttpUriRequestBase send(URI address) throws IOException {
    if (closed) {
      throw new IOException("the call was closed");
    }
    if (sent != null) {
      sent.cancel();
    }
    sent = new HttpUriRequestBase(request.method(), address);
    request.headers().forEach(sent::setHeader);
    sent.setConfig(
        RequestConfig.custom()
            .setRedirectsEnabled(false)
            .setResponseTimeout(Timeout.of(request.silence()))
            .build());
    if (request.body().length > 0) {
      String type = request.headers().getOrDefault("Content-Type", "application/octet-stream");
      sent.setEntity(new ByteArrayEntity(request.body(), ContentType.parse(type)));
    }
    return sent;
  }

  private synchronized void endAfter(Duration time) {
    if (end != null) {
      end.cancel(false);
    }
    end = closed ? null : clock.schedule(this::endLate, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void endLate() {
    late = true;
    close();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (end != null) {
      end.cancel(false);
    }
    if (sent != null) {
      sent.cancel();
    }
  }
}
