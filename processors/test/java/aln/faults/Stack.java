package aln.faults;

import aln.hub.Broker;
import aln.hub.Store;
import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.util.List;

/**
 * A database, a broker and a store that can be killed, and the ways in for whoever knows their
 * ports.
 *
 * @param more processes that these need
 */
record Stack(
    String name,
    Server database,
    Server broker,
    Server store,
    Credentials credentials,
    List<Server> more)
    implements AutoCloseable {

  /**
   * @param brokerUser with the password, as in an address
   * @param virtualHost as the path of an address
   */
  record Credentials(
      String user, String password, String brokerUser, String virtualHost, String accessKey) {}

  static String databaseUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/aln";
  }

  String brokerUrl(int port) {
    return "amqp://%s@127.0.0.1:%d%s"
        .formatted(credentials.brokerUser(), port, credentials.virtualHost());
  }

  static String storeUrl(int port) {
    return "http://127.0.0.1:" + port;
  }

  Stack start() throws IOException {
    for (Server each : more) {
      each.launch().awaitReady();
    }
    for (Server each : all()) {
      each.launch();
    }
    all().forEach(Server::awaitReady);
    return this;
  }

  List<Server> all() {
    return List.of(database, broker, store);
  }

  /** Past every link. */
  Store objects() {
    return Store.at(
        URI.create(storeUrl(store.port())), credentials.accessKey(), credentials.password());
  }

  Rows rows() {
    return new Rows(databaseUrl(database.port()), credentials.user(), credentials.password());
  }

  Broker messages() throws Exception {
    return Broker.at(URI.create(brokerUrl(broker.port())));
  }

  static void askDatabase(int port, String database, String user, String password)
      throws Exception {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    DriverManager.getConnection(url, user, password).close();
  }

  @Override
  public void close() throws InterruptedException {
    for (Server each : all()) {
      each.close();
    }
    for (Server each : more) {
      each.close();
    }
  }
}
