package aln.embedded;

import aln.storage.StoreConnection;
import aln.storage.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connections to database, broker and store, and a stand-in for each server that is not
 * configured. Stand-ins start side by side; whoever needs one waits for that one only. They stop
 * after everything that uses them is gone.
 */
final class EmbeddedParts implements AutoCloseable {

  private final List<Starting<?>> parts = new ArrayList<>();
  private final Path path;
  private final Supplier<DatabaseConnection> database;
  private final Supplier<BrokerConnection> broker;
  private final Supplier<StoreConnection> store;
  private @Nullable DataDirectory directory;

  EmbeddedParts(Path path, DatabaseSettings database, BrokerSettings broker, StoreSettings store) {
    this.path = path;
    this.database =
        database.isReal()
            ? database::connection
            : add(
                held -> new PostgresPart(held.folder("postgres"), secrets(held), database.port()));
    this.broker =
        broker.isReal()
            ? broker::connection
            : add(held -> new BrokerPart(held.folder("broker"), broker.port()));
    this.store =
        store.isReal()
            ? store::connection
            : add(held -> new StorePart(held.folder("store"), secrets(held), store));
    parts.forEach(Starting::begin);
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

  @Override
  public void close() throws IOException {
    parts.parallelStream().forEach(Starting::close);
    if (directory != null) {
      directory.close();
    }
  }
}
