package aln.faults;

import aln.embedded.OnePart;
import aln.hub.Broker;
import aln.hub.Ports;
import aln.hub.Store;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The parts that come with the hub, each in a process of its own. */
final class EmbeddedStack {

  private static final String PASSWORD = "a-password-of-the-tests";

  private EmbeddedStack() {}

  static Stack in(Path folder) {
    int database = Ports.free();
    int broker = Ports.free();
    int store = Ports.free();
    var credentials =
        new Stack.Credentials(
            OnePart.USER, PASSWORD, OnePart.USER + ":" + PASSWORD, "/aln", OnePart.USER);
    URI messages =
        URI.create("amqp://%s:%s@127.0.0.1:%d/aln".formatted(OnePart.USER, PASSWORD, broker));
    URI objects = URI.create(Stack.storeUrl(store));
    return new Stack(
        "embedded",
        part(folder, "database", database, () -> askDatabase(database)),
        part(folder, "broker", broker, () -> Broker.at(messages).close()),
        part(
            folder,
            "store",
            store,
            () -> Store.at(objects, OnePart.USER, PASSWORD).client().listBuckets()),
        credentials,
        List.of());
  }

  private static void askDatabase(int port) throws Exception {
    Stack.askDatabase(port, "aln", OnePart.USER, PASSWORD);
  }

  private static Server part(Path folder, String name, int port, Server.Question question) {
    String own = System.getProperty("java.class.path");
    String classes = System.getProperty("surefire.test.class.path", own);
    String java = System.getProperty("java.home") + "/bin/java";
    List<String> command =
        List.of(
            java,
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classes,
            OnePart.class.getName(),
            name,
            folder.resolve(name).toString(),
            Integer.toString(port),
            PASSWORD);
    return new Server(name, port, folder, command, Map.of(), question);
  }
}
