package aln.embedded;

import aln.storage.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;

/** The parts as a hub starts them, on free ports, in a folder of the test. */
final class Hub {

  private Hub() {}

  static EmbeddedParts start(Path data) {
    return start(data, 0, 0, 0);
  }

  static EmbeddedParts start(Path data, int databasePort, int brokerPort, int storePort) {
    return new EmbeddedParts(
        data,
        new DatabaseSettings("", "", "", databasePort, Duration.ZERO),
        new BrokerSettings("", brokerPort),
        new StoreSettings("", "", "", "", "us-east-1", "127.0.0.1", storePort),
        new TlsSettings(""));
  }
}
