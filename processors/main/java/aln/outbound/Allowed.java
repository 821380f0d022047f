package aln.outbound;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.HostName;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the operator lets the hub reach beside the public internet. */
final class Allowed {

  private static final IPAddressStringParameters USUAL_NOTATION =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .allow_inet_aton(false)
          .toParams();

  private final List<IPAddress> networks = new ArrayList<>();
  private final Set<String> hosts = new HashSet<>();

  /**
   * @throws IllegalArgumentException naming the entry that is none
   */
  Allowed(List<String> entries) {
    entries.stream().map(String::strip).filter(each -> !each.isEmpty()).forEach(this::add);
  }

  private void add(String entry) {
    IPAddress network = new IPAddressString(entry, USUAL_NOTATION).getAddress();
    if (network != null) {
      networks.add(network.toPrefixBlock());
    } else if (isName(entry)) {
      hosts.add(entry.toLowerCase(Locale.ROOT));
    } else {
      throw new IllegalArgumentException(
          "ALN_OUTBOUND_ALLOW holds %s, which is no network (10.1.0.0/16), address or host name."
              .formatted(entry));
    }
  }

  private static boolean isName(String entry) {
    HostName name = new HostName(entry);
    return name.isValid() && !name.isAddress() && !entry.matches(".*[/:].*");
  }

  /** By its name, wherever it is. */
  boolean host(String host) {
    return hosts.contains(host.toLowerCase(Locale.ROOT));
  }

  boolean address(InetAddress address) {
    IPAddress asked = PublicAddresses.ip(address);
    return networks.stream().anyMatch(each -> each.contains(asked));
  }
}
