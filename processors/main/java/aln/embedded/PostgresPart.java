package aln.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL in a process of its own, on loopback, with a password and with every commit on
 * disk. One that outlived a killed hub is stopped first: everything committed is kept.
 */
final class PostgresPart implements Part<DatabaseConnection> {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresPart.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String USER = "aln";
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "timezone=UTC",
          // A killed hub's statements end within a second instead of holding their locks.
          "client_connection_check_interval=1s");

  private final Path folder;
  private final Path data;
  private final Path log;
  private final Secrets secrets;
  private final int wantedPort;
  private volatile int port;
  private volatile @Nullable Process process;

  PostgresPart(Path folder, Secrets secrets, int wantedPort) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.log = folder.resolve("postgres.log");
    this.secrets = secrets;
    this.wantedPort = wantedPort;
  }

  @Override
  public String name() {
    return "The embedded PostgreSQL";
  }

  @Override
  public String replacement() {
    return "ALN_DB_URL=jdbc:postgresql://<host>:5432/<database>";
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public DatabaseConnection start() throws Exception {
    Path programs = PostgresBinaries.unpack(folder);
    Path password = secrets.file("postgres-password");
    makeCluster(programs, password);
    replaceOrphan();
    port = Port.claim(name(), "ALN_DB_PORT", "127.0.0.1", wantedPort);
    Process started =
        new ProcessBuilder(command(programs))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process = started;
    var server = new DatabaseConnection(url("postgres"), USER, secrets.value("postgres-password"));
    try {
      awaitReady(started, server);
      return new DatabaseConnection(url(USER), USER, server.password());
    } catch (Exception e) {
      stop();
      throw e;
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Appears only when complete, so that a first start that was cut short can be repeated. */
  private void makeCluster(Path programs, Path password) throws Exception {
    if (Files.exists(data)) {
      return;
    }
    Path fresh = folder.resolve("data.new");
    FileSystemUtils.deleteRecursively(fresh);
    var command = new ArrayList<>(asOrdinaryUser());
    command.addAll(
        List.of(programs.resolve("bin/initdb").toString(), "-D", fresh.toString(), "-U", USER));
    command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + password, "--encoding=UTF8"));
    command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
    Process initdb =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (initdb.waitFor() != 0) {
      throw new IOException("initdb failed. " + logTail());
    }
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private void replaceOrphan() throws Exception {
    var orphan = Postmaster.of(data);
    if (orphan.isPresent()) {
      LOG.info(
          "Stopping the PostgreSQL that outlived a killed hub (process {})",
          orphan.get().process().pid());
      orphan.get().stop();
    } else if (Postmaster.numberReused(data)) {
      Files.delete(data.resolve("postmaster.pid"));
    }
  }

  /** In a session of its own: Ctrl-C in a terminal must reach the hub first. */
  private List<String> command(Path programs) {
    var command = new ArrayList<>(List.of("setsid"));
    command.addAll(asOrdinaryUser());
    command.addAll(List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString()));
    command.addAll(List.of("-p", Integer.toString(port)));
    SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
    return command;
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
  private static List<String> asOrdinaryUser() {
    return "root".equals(System.getProperty("user.name"))
        ? List.of("unshare", "--user")
        : List.of();
  }

  private void awaitReady(Process started, DatabaseConnection server) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    SQLException last = null;
    while (System.nanoTime() < end) {
      try {
        createDatabase(server);
        return;
      } catch (SQLException e) {
        last = e;
        if ("28P01".equals(e.getSQLState())) {
          throw wrongPassword(e);
        }
      }
      if (started.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IOException("it ended with status " + started.exitValue() + ". " + logTail());
      }
    }
    throw new IOException(
        "it takes no connections after " + PATIENCE.toSeconds() + " s. " + logTail(), last);
  }

  private PartFailure wrongPassword(SQLException cause) {
    return new PartFailure(
        name(),
        "the password in keys/postgres-password is not the one that " + data + " was made with.",
        "Put the former keys/postgres-password back, or move the postgres folder away to begin anew.",
        cause);
  }

  private static void createDatabase(DatabaseConnection server) throws SQLException {
    try (var connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        var statement = connection.createStatement();
        var found =
            statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + USER + "'")) {
      if (!found.next()) {
        connection.createStatement().execute("CREATE DATABASE " + USER);
      }
    }
  }

  private String logTail() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
  }

  @Override
  public void stop() throws Exception {
    Process running = process;
    if (running != null && running.isAlive()) {
      new Postmaster(running.toHandle()).stop();
    }
  }
}
