package aln.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A TCP port that a part is about to listen on. */
final class Port {

  private Port() {}

  /**
   * The port to listen on: the wanted one if nothing listens there, a free one if 0 is wanted.
   *
   * @param part who asks, for the failure
   * @param variable the environment variable that sets it
   * @throws PartFailure when the port is in use, naming the variable
   */
  static int claim(String part, String variable, String address, int wanted) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), wanted));
      return socket.getLocalPort();
    } catch (IOException e) {
      String why =
          "port " + wanted + " on " + address + " cannot be used (" + e.getMessage() + ").";
      throw new PartFailure(part, why, mend(variable, wanted), e);
    }
  }

  static String mend(String variable, int taken) {
    int other = taken < 50_000 ? taken + 10_000 : taken - 10_000;
    return "Stop what listens on port %d (see: ss -ltnp 'sport = :%d'), or choose another port: %s=%d"
        .formatted(taken, taken, variable, other);
  }
}
