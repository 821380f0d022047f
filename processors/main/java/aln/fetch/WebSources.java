package aln.fetch;

import aln.outbound.OutboundCall;
import aln.outbound.OutboundClient;
import aln.outbound.OutboundRequest;
import aln.outbound.OutboundResponse;
import aln.problems.Problem;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.springframework.stereotype.Component;

/** The servers that files come from. */
@Component
class WebSources {

  private final OutboundClient client;
  private final FetchSettings settings;

  WebSources(OutboundClient client, FetchSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /**
   * A request for the file, or for the rest of it if it is still the same.
   *
   * @throws Problem 422 when the file has taken too long altogether
   */
  OutboundCall ask(Fetch fetch, Stored stored) {
    Duration left = Duration.between(Instant.now(), fetch.endsAt());
    if (left.isNegative()) {
      throw Problem.unprocessable(
          "source-too-slow",
          "The file has not come within %d hours. Bring it again, or download it and upload it from your machine."
              .formatted(settings.time().toHours()));
    }
    return client.call(
        OutboundRequest.get(fetch.uri(), headers(fetch, stored), settings.silence(), left));
  }

  private static Map<String, String> headers(Fetch fetch, Stored stored) {
    return stored.bytes() == 0 || fetch.validator() == null
        ? Map.of("Accept-Encoding", "identity")
        : Map.of(
            "Accept-Encoding",
            "identity",
            "Range",
            "bytes=" + stored.bytes() + "-",
            "If-Range",
            fetch.validator());
  }

  /**
   * @throws Problem 422 when nobody vouches for the server
   * @throws SourceFailed when it cannot be reached now
   */
  static OutboundResponse open(OutboundCall call, Fetch fetch) throws SourceFailed {
    String host = fetch.uri().getHost();
    try {
      return call.open();
    } catch (IOException failed) {
      if (isUntrusted(failed)) {
        throw Problem.unprocessable(
            "source-not-trusted",
            "%s shows a certificate that is not its own, has run out or is signed by nobody the hub knows. Name an address whose https works in a browser."
                .formatted(host));
      }
      throw new SourceFailed(host + " cannot be reached.", failed);
    }
  }

  private static boolean isUntrusted(IOException failed) {
    return failed instanceof SSLPeerUnverifiedException
        || (failed instanceof SSLHandshakeException
            && failed.getCause() instanceof CertificateException);
  }
}
