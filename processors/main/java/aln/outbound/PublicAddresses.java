package aln.outbound;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are on the public internet, after the special-purpose registries of IANA (RFC
 * 6890, 2026): everything else is somebody's own network, or leads into it.
 */
final class PublicAddresses {

  private static final List<IPAddress> NOT_PUBLIC_V4 =
      networks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private (RFC 1918), as are 172.16 and 192.168
          "100.64.0.0/10", // carriers' own (RFC 6598)
          "127.0.0.0/8", // loopback
          "168.63.129.16", // public by number, but what Azure answers to its machines at
          "169.254.0.0/16", // link-local, and the clouds' metadata
          "172.16.0.0/12",
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation, as are 198.51.100 and 203.0.113
          "192.88.99.0/24", // relays of 6to4
          "192.168.0.0/16",
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  /** The rest holds loopback, ULA, link-local, multicast, IPv4-mapped ones and those of NAT64. */
  private static final IPAddress GLOBAL_V6 = network("2000::/3");

  private static final List<IPAddress> NOT_PUBLIC_V6 =
      networks(
          "2001::/23", // protocol assignments: Teredo, which holds an IPv4 address, among them
          "2001:db8::/32", // documentation, as is 3fff::
          "2002::/16", // 6to4, which holds an IPv4 address
          "3fff::/20");

  private PublicAddresses() {}

  /** Whether anybody may be sent there. */
  static boolean contain(InetAddress address) {
    IPAddress asked = ip(address);
    return asked.isIPv4()
        ? none(NOT_PUBLIC_V4, asked)
        : GLOBAL_V6.contains(asked) && none(NOT_PUBLIC_V6, asked);
  }

  /** The same, without the interface that its text may name. */
  static IPAddress ip(InetAddress address) {
    return new IPAddressGenerator().from(address.getAddress());
  }

  private static boolean none(List<IPAddress> networks, IPAddress asked) {
    return networks.stream().noneMatch(each -> each.contains(asked));
  }

  private static List<IPAddress> networks(String... all) {
    return Stream.of(all).map(PublicAddresses::network).toList();
  }

  private static IPAddress network(String text) {
    return new IPAddressString(text).getAddress().toPrefixBlock();
  }
}
