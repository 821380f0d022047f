package aln.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request to an address that somebody else named.
 *
 * @param method GET, HEAD or POST
 * @param address as {@link Destinations#read} gave it
 * @param headers beside those that HTTP itself needs
 * @param body empty where there is none
 * @param redirects how many are followed, each of them checked anew; 0: an answer of 3xx is the
 *     answer
 * @param silence how long the other side may send nothing, the time to connect included
 * @param patience until the answer begins, redirects included
 * @param whole until the answer has been read
 */
public record OutboundRequest(
    String method,
    URI address,
    Map<String, String> headers,
    byte[] body,
    int redirects,
    Duration silence,
    Duration patience,
    Duration whole) {

  private static final byte[] NOTHING = {};

  /** Reads something, wherever it has moved to. */
  public static OutboundRequest get(
      URI address, Map<String, String> headers, Duration silence, Duration whole) {
    return new OutboundRequest(
        "GET", address, headers, NOTHING, 5, silence, silence.multipliedBy(2), whole);
  }

  /** Tells something; nobody is sent on. */
  public static OutboundRequest post(
      URI address, Map<String, String> headers, byte[] body, Duration whole) {
    return new OutboundRequest("POST", address, headers, body, 0, whole, whole, whole);
  }

  OutboundRequest to(URI other) {
    return new OutboundRequest(method, other, headers, body, redirects, silence, patience, whole);
  }
}
