package aln.embedded;

import aln.tls.Trust;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.amqp.RabbitConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * How to reach the broker, embedded or real.
 *
 * @param trust whose certificates are accepted, or null where TLS is not spoken
 */
record BrokerConnection(
    String host, int port, String user, String password, String virtualHost, @Nullable Trust trust)
    implements RabbitConnectionDetails {

  private static final String FORM = "ALN_AMQP_URL=amqp://<user>:<password>@<host>:5672/<vhost>";

  /**
   * Reads {@code amqp[s]://user:password@host[:port][/vhost]}; names are percent-encoded, and no
   * path or an empty one means the virtual host {@code /} (as RabbitMQ writes such addresses).
   *
   * @throws PartFailure when it is not such an address; the message does not repeat the password
   */
  static BrokerConnection parse(String url, Trust trust) {
    URI uri = uri(url);
    boolean tls = "amqps".equals(uri.getScheme());
    if ((!tls && !"amqp".equals(uri.getScheme())) || uri.getHost() == null) {
      throw unreadable();
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String[] user =
        (uri.getRawUserInfo() == null ? "guest:guest" : uri.getRawUserInfo()).split(":", 2);
    return new BrokerConnection(
        uri.getHost(),
        uri.getPort() > 0 ? uri.getPort() : tls ? 5671 : 5672,
        decode(user[0]),
        user.length > 1 ? decode(user[1]) : "",
        path.length() < 2 ? "/" : decode(path.substring(1)),
        tls ? trust : null);
  }

  private static URI uri(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static PartFailure unreadable() {
    String why = "ALN_AMQP_URL is not an AMQP address.";
    String mend = FORM + " (amqps:// for TLS; percent-encode / @ : % in names and passwords)";
    // The cause would print the address with its password.
    return new PartFailure("The hub", why, mend);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public List<Address> getAddresses() {
    return List.of(new Address(host, port));
  }

  @Override
  public String getUsername() {
    return user;
  }

  @Override
  public String getPassword() {
    return password;
  }

  @Override
  public String getVirtualHost() {
    return virtualHost;
  }

  @Override
  public @Nullable SslBundle getSslBundle() {
    return trust == null ? null : trust.bundle();
  }

  @Override
  public String toString() {
    return user + "@" + host + ":" + port + "/" + virtualHost;
  }
}
