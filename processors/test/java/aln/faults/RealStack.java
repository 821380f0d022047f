package aln.faults;

import aln.hub.Broker;
import aln.hub.Ports;
import aln.hub.Store;
import aln.testing.RealServers;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL, RabbitMQ and MinIO on private ports and folders, started by their own programs. */
final class RealStack {

  private static final String USER = "aln";
  private static final String PASSWORD = "a-password-of-the-tests";

  private RealStack() {}

  static Stack in(Path folder) throws Exception {
    Files.createDirectories(folder);
    int names = Ports.free();
    var credentials = new Stack.Credentials(USER, PASSWORD, "guest:guest", "", USER);
    return new Stack(
        "real",
        postgres(folder),
        rabbit(folder, names),
        minio(folder),
        credentials,
        List.of(epmd(folder, names)));
  }

  private static Server postgres(Path folder) throws Exception {
    Path programs = RealServers.postgres().toPath();
    Path data = folder.resolve("postgres");
    Path password = Files.writeString(folder.resolve("postgres-password"), PASSWORD);
    List<String> initdb = asOrdinaryUser(programs.resolve("initdb"));
    initdb.addAll(List.of("-D", data.toString(), "-U", USER, "-A", "scram-sha-256"));
    initdb.addAll(List.of("--pwfile", password.toString(), "-E", "UTF8", "--locale=C.UTF-8"));
    Path log = folder.resolve("initdb.log");
    Process made =
        new ProcessBuilder(initdb).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (made.waitFor() != 0) {
      throw new IOException(Files.readString(log));
    }
    int port = Ports.free();
    List<String> command = asOrdinaryUser(programs.resolve("postgres"));
    command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
    command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
    return new Server("postgres", port, folder, command, Map.of(), () -> askPostgres(port));
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
  private static List<String> asOrdinaryUser(Path program) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(program.toString());
    return command;
  }

  private static void askPostgres(int port) throws Exception {
    String server = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    try (var connection = DriverManager.getConnection(server, USER, PASSWORD);
        var statement = connection.createStatement();
        var found = statement.executeQuery("select from pg_database where datname = 'aln'")) {
      if (!found.next()) {
        connection.createStatement().execute("create database aln");
      }
    }
    Stack.askDatabase(port, "aln", USER, PASSWORD);
  }

  /** The Erlang port mapper, which RabbitMQ would start as a daemon that nobody ends. */
  private static Server epmd(Path folder, int port) {
    return new Server(
        "epmd",
        port,
        folder,
        List.of("epmd", "-address", "127.0.0.1"),
        Map.of("ERL_EPMD_PORT", Integer.toString(port)),
        () -> new Socket("127.0.0.1", port).close());
  }

  private static Server rabbit(Path folder, int names) throws IOException {
    int port = Ports.free();
    Path home = Files.createDirectories(folder.resolve("rabbitmq"));
    Files.writeString(home.resolve("plugins"), "[].");
    Files.writeString(home.resolve("rabbitmq.conf"), "listeners.tcp.1 = 127.0.0.1:" + port + "\n");
    Map<String, String> environment =
        Map.of(
            "HOME", home.toString(),
            "ERL_EPMD_PORT", Integer.toString(names),
            "RABBITMQ_NODENAME", "aln-" + port + "@localhost",
            "RABBITMQ_DIST_PORT", Integer.toString(Ports.free()),
            "RABBITMQ_MNESIA_BASE", home.toString(),
            "RABBITMQ_LOG_BASE", home.toString(),
            "RABBITMQ_CONFIG_FILE", home.resolve("rabbitmq").toString(),
            "RABBITMQ_ENABLED_PLUGINS_FILE", home.resolve("plugins").toString());
    URI address = URI.create("amqp://guest:guest@127.0.0.1:" + port);
    return new Server(
        "rabbitmq",
        port,
        folder,
        List.of(RealServers.rabbitMqProgram().getPath()),
        environment,
        () -> Broker.at(address).close());
  }

  private static Server minio(Path folder) {
    int port = Ports.free();
    String address = "127.0.0.1:" + port;
    String console = "127.0.0.1:" + Ports.free();
    List<String> command =
        List.of(
            RealServers.minioProgram().getPath(),
            "server",
            "--address",
            address,
            "--console-address",
            console,
            folder.resolve("minio").toString());
    Map<String, String> environment =
        Map.of("MINIO_ROOT_USER", USER, "MINIO_ROOT_PASSWORD", PASSWORD);
    URI store = URI.create("http://" + address);
    return new Server(
        "minio",
        port,
        folder,
        command,
        environment,
        () -> Store.at(store, USER, PASSWORD).client().listBuckets());
  }
}
