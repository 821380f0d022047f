package aln.embedded;

import aln.storage.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** One embedded part alone in its process, so that it can be killed by itself. */
public final class OnePart {

  /** Of the database and the broker, and the store's access key. */
  public static final String USER = "aln";

  private OnePart() {}

  /**
   * Starts {@code database}, {@code broker} or {@code store} and stays.
   *
   * @param arguments which, its data folder, its port, its password
   */
  public static void main(String[] arguments) throws Exception {
    DataDirectory data = DataDirectory.hold(Path.of(arguments[1]));
    part(arguments[0], data, Integer.parseInt(arguments[2]), arguments[3]).start();
    new CountDownLatch(1).await();
  }

  private static Part<?> part(String name, DataDirectory data, int port, String password)
      throws Exception {
    Path keys = data.folder("keys");
    Files.writeString(keys.resolve("postgres-password"), password);
    var secrets = new Secrets(keys);
    var store = new StoreSettings("", "", USER, password, "us-east-1", "127.0.0.1", port);
    return switch (name) {
      case "database" -> new PostgresPart(data.folder("postgres"), secrets, port);
      case "broker" -> new BrokerPart(data.folder("broker"), port, password);
      case "store" -> new StorePart(data.folder("store"), secrets, store);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
