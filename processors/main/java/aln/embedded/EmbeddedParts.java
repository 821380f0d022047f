package aln.embedded;

import aln.storage.StoreConnection;
import aln.storage.StoreSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;

/**
 * The connections to database, broker and store, and a stand-in for each server that is not
 * configured. Stand-ins start side by side; whoever needs one waits for that one only. They stop
 * after everything that uses them is gone.
 */
final class EmbeddedParts implements SmartInitializingSingleton, AutoCloseable {

  private final List<Starting<?>> parts = new ArrayList<>();
  private final Path path;
  private final Supplier<DatabaseConnection> database;
  private final Supplier<BrokerConnection> broker;
  private final Supplier<StoreConnection> store;
  private @Nullable DataDirectory directory;

  /**
   * @param tls whom to trust where a real server speaks TLS
   */
  EmbeddedParts(
      Path path,
      DatabaseSettings database,
      BrokerSettings broker,
      StoreSettings store,
      TlsSettings tls) {
    this.path = path;
    this.database =
        database.isReal()
            ? () -> DatabaseWait.await(database.connection(tls.ca()), database.patience())
            : add(
                held -> new PostgresPart(held.folder("postgres"), secrets(held), database.port()));
    this.broker =
        broker.isReal()
            ? () -> broker.connection(tls.trust())
            : add(held -> new BrokerPart(held.folder("broker"), broker.port()));
    this.store =
        store.isReal()
            ? () -> real(store)
            : add(held -> new StorePart(held.folder("store"), secrets(held), store));
    // A hub that is stopped in the middle of its start closes no beans: then this ends PostgreSQL.
    SpringApplication.getShutdownHandlers().add(this::close);
    parts.forEach(Starting::begin);
  }

  private static StoreConnection real(StoreSettings store) {
    try {
      return store.connection();
    } catch (IllegalArgumentException e) {
      throw new PartFailure(
          "The hub",
          "the settings of the object store are not complete: " + e.getMessage() + ".",
          "ALN_S3_ENDPOINT=https://<host> ALN_S3_ACCESS_KEY=<key> ALN_S3_SECRET_KEY=<secret>",
          e);
    }
  }

  private interface Making<C> {
    Part<C> in(DataDirectory directory);
  }

  private <C> Supplier<C> add(Making<C> making) {
    DataDirectory held = directory == null ? DataDirectory.hold(path) : directory;
    directory = held;
    var part = new Starting<>(making.in(held));
    parts.add(part);
    return part::await;
  }

  private static Secrets secrets(DataDirectory directory) {
    return new Secrets(directory.folder("keys"));
  }

  /** Waits until PostgreSQL takes connections, when it is ours. */
  DatabaseConnection database() {
    return database.get();
  }

  /** Waits until the broker takes connections, when it is ours. */
  BrokerConnection broker() {
    return broker.get();
  }

  /** Waits until the store answers, when it is ours. */
  StoreConnection store() {
    return store.get();
  }

  /** A part that nobody has asked for yet must be up, too, before the hub is ready. */
  @Override
  public void afterSingletonsInstantiated() {
    parts.forEach(Starting::await);
  }

  /** Stops all, side by side; does nothing the second time. */
  @Override
  public void close() {
    parts.parallelStream().forEach(Starting::close);
    if (directory != null) {
      directory.close();
    }
  }
}
