package aln.outbound;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv4.IPv4AddressStringParameters;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Where the hub may send a request that somebody else asked for. */
@Component
public class Destinations {

  private static final int FIRST_FREE_PORT = 1024;

  /** Whatever some system takes for an IPv4 address: {@code 0x7f.1}, {@code 2130706433}, … */
  private static final IPAddressStringParameters ANY_NOTATION =
      notation(true).getParentBuilder().toParams();

  private static final IPAddressStringParameters USUAL_NOTATION =
      notation(false).allowLeadingZeros(false).getParentBuilder().toParams();

  /** Finds the addresses of a host; all of them, as they are now. */
  interface Names {
    InetAddress[] find(String host) throws UnknownHostException;
  }

  private final Allowed allowed;
  private final Names names;

  @Autowired
  public Destinations(OutboundSettings settings) {
    this(settings, InetAddress::getAllByName);
  }

  Destinations(OutboundSettings settings, Names names) {
    this.allowed = new Allowed(settings.allow());
    this.names = names;
  }

  /**
   * The address that somebody typed or pasted, as browsers read it (WHATWG URL), without its
   * fragment. What its text alone forbids is refused here; where its host's name leads, is seen
   * when it is asked.
   *
   * @throws AddressRefused when it is no such address, or not one of the public internet
   */
  public URI read(String text) {
    return check(HttpUrl.parse(text.strip()), "The address");
  }

  /**
   * Where an answer sends its reader.
   *
   * @param location the header of that name; null when there is none
   * @throws AddressRefused as {@link #read}
   */
  URI redirected(URI from, @Nullable String location) {
    HttpUrl before = HttpUrl.get(from.toString());
    return check(
        location == null ? null : before.resolve(location),
        "The address where %s sends on".formatted(from.getHost()));
  }

  private URI check(@Nullable HttpUrl url, String what) {
    if (url == null) {
      throw AddressRefused.invalid(
          what + " is not of the form https://host/path or http://host/path. Mend it.");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw AddressRefused.invalid(
          what + " holds a user name or password, which the hub does not keep. Leave them out.");
    }
    checkHost(url.host(), what);
    int port = url.port();
    if (port < FIRST_FREE_PORT && port != 80 && port != 443 && !allowed.host(url.host())) {
      throw AddressRefused.invalid(
          "%s names port %d, where no web server is. Use port 80, 443 or one above 1023."
              .formatted(what, port));
    }
    return url.newBuilder().fragment(null).build().uri();
  }

  private void checkHost(String host, String what) {
    if (host.isEmpty()) {
      throw AddressRefused.invalid(what + " names no host. Mend it.");
    }
    boolean usual = new IPAddressString(host, USUAL_NOTATION).getAddress() != null;
    if (!usual && new IPAddressString(host, ANY_NOTATION).getAddress() != null) {
      throw AddressRefused.invalid(
          "%s writes the IP address %s in an unusual way. Write it as four decimal numbers."
              .formatted(what, host));
    }
    String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
    if (usual || name.equals("localhost") || name.endsWith(".localhost")) {
      try {
        resolve(host);
      } catch (UnknownHostException e) {
        throw AddressRefused.notPublic(host);
      }
    }
  }

  /**
   * The addresses of a host, asked for once: whoever connects must take one of these. One that is
   * not public spoils them all.
   *
   * @throws AddressRefused when the hub must not go there
   * @throws UnknownHostException when there is no such host, or the name service is away
   */
  InetAddress[] resolve(String host) throws UnknownHostException {
    String bare = host.replaceAll("^\\[|]$", "");
    InetAddress[] found = names.find(bare);
    for (InetAddress each : found) {
      boolean fine = PublicAddresses.contain(each) || allowed.host(bare) || allowed.address(each);
      if (!fine) {
        throw AddressRefused.notPublic(host);
      }
    }
    return found;
  }

  private static IPv4AddressStringParameters.Builder notation(boolean any) {
    var all =
        new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowPrefix(false)
            .allowMask(false)
            .allowWildcardedSeparator(false)
            .allowSingleSegment(any)
            .setRangeOptions(RangeParameters.NO_RANGE);
    return all.getIPv4AddressParametersBuilder()
        .allow_inet_aton(any)
        .allow_inet_aton_extraneous_digits(any);
  }
}
