package aln.hub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that nothing listens on, below those that systems give to clients. */
public final class Ports {

  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  private Ports() {}

  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (var taken = new ServerSocket(port, 1, InetAddress.getByName("0.0.0.0"))) {
        return taken.getLocalPort();
      } catch (IOException inUse) {
        continue;
      }
    }
  }
}
