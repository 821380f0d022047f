package aln.embedded;

import java.net.URI;
import java.nio.file.Path;

/** The embedded broker alone, which can go away and come back at the same address. */
public final class EmbeddedBroker implements AutoCloseable {

  private static final String PASSWORD = "a-password-of-the-tests";

  private final BrokerPart part;

  private EmbeddedBroker(BrokerPart part) {
    this.part = part;
  }

  /** Where it will be. */
  public static URI address(int port) {
    return URI.create("amqp://aln:%s@127.0.0.1:%d/aln".formatted(PASSWORD, port));
  }

  /**
   * @param folder an empty one makes a broker that has lost its disk
   */
  public static EmbeddedBroker start(Path folder, int port) throws Exception {
    var part = new BrokerPart(folder, port, PASSWORD);
    part.start();
    return new EmbeddedBroker(part);
  }

  @Override
  public void close() {
    part.stop();
  }
}
