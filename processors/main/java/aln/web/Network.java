package aln.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * Where a request comes from. Of IPv6 only the first 64 bits count: whoever has one such network
 * has all of its addresses.
 */
final class Network {

  private static final int PREFIX = 8; // bytes

  private Network() {}

  static String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (!address.contains(":")) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address); // a literal: nobody is asked
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(parsed.getAddress(), 0, PREFIX)
          : parsed.getHostAddress();
    } catch (UnknownHostException unreadable) {
      return address;
    }
  }
}
