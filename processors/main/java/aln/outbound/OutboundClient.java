package aln.outbound;

import aln.tls.Trust;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends requests to addresses that somebody else named. A host is resolved once for each
 * connection, which goes to exactly the address that was checked, while TLS and the Host header
 * keep its name; no connection serves twice. Nothing is decoded, kept, repeated or followed by
 * itself; no proxy of the surroundings is used.
 */
@Component
public class OutboundClient implements DisposableBean {

  private static final int LONGEST_LINE = 16 << 10;
  private static final int MOST_HEADERS = 200;
  private static final int MOST_CONNECTIONS = 256;

  private final Destinations destinations;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(OutboundClient::daemon);

  public OutboundClient(Destinations destinations, Trust trust) {
    this.destinations = destinations;
    client =
        HttpClients.custom()
            .setConnectionManager(connections(destinations, trust))
            .setConnectionReuseStrategy((request, response, context) -> false)
            .setUserAgent("aln")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      Destinations destinations, Trust trust) {
    var limits =
        Http1Config.custom()
            .setMaxLineLength(LONGEST_LINE)
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxEmptyLineCount(MOST_HEADERS)
            .build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(new CheckedNames(destinations))
        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust.context()))
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom().setConnectTimeout(Timeout.ofSeconds(10)).build())
        .setMaxConnTotal(MOST_CONNECTIONS)
        .setMaxConnPerRoute(MOST_CONNECTIONS)
        .build();
  }

  /** A call that can be ended while it is opened. */
  public OutboundCall call(OutboundRequest request) {
    return new OutboundCall(request, destinations, client, clock);
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "outbound-clock");
    thread.setDaemon(true);
    return thread;
  }

  /** The one place where names become addresses. */
  private record CheckedNames(Destinations destinations) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return destinations.resolve(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
