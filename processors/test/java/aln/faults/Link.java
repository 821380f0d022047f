package aln.faults;

import aln.faults.Trap.Damage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The way from one process to one server: a TCP proxy that passes everything on until it is told
 * otherwise. What it is told holds from the next byte on, for connections that are open as well.
 */
final class Link implements AutoCloseable {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final int port;
  private final int server;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private final Set<Direction> held = EnumSet.noneOf(Direction.class);
  private final AtomicInteger hits = new AtomicInteger();
  private volatile @Nullable ServerSocket door;
  private volatile Duration delay = Duration.ZERO;
  private volatile String refused = "";
  private volatile @Nullable Trap trap;
  private volatile Trap.Count count = new Trap.Count();

  /**
   * @param server the port on loopback that it leads to; nothing need listen there yet
   */
  Link(int server) throws IOException {
    this.server = server;
    port = open(0);
  }

  int port() {
    return port;
  }

  /** How often what it was last told has harmed something. */
  int hits() {
    return hits.get();
  }

  /** Everything goes on, with what was held first. */
  void pass() {
    synchronized (held) {
      held.clear();
      held.notifyAll();
    }
    delay = Duration.ZERO;
    refused = "";
    trap = null;
    if (door == null) {
      reopen();
    }
  }

  /** Ends every connection and refuses new ones. */
  void cut() {
    close();
  }

  /** Ends every connection; what was held is lost, as with the process that had sent it. */
  void drop() {
    wires.forEach(Wire::reset);
  }

  /** Every piece comes later by so much. */
  void delay(Duration by) {
    delay = by;
  }

  /** Connections stay and are taken in, but nothing gets through this way. */
  void hold(Direction direction) {
    hits.set(0);
    synchronized (held) {
      held.add(direction);
    }
  }

  /** Answers HTTP requests that begin so with 503, as a store that is too busy. */
  void refuse(String method) {
    hits.set(0);
    refused = method;
  }

  void set(Trap next) {
    hits.set(0);
    count = new Trap.Count();
    trap = next;
  }

  @Override
  public void close() {
    ServerSocket open = door;
    door = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    drop();
  }

  private void reopen() {
    try {
      open(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int open(int wanted) throws IOException {
    var opened = new ServerSocket();
    opened.setReuseAddress(true);
    opened.bind(new InetSocketAddress(HERE, wanted), 200);
    door = opened;
    Wire.inBackground(() -> accept(opened));
    return opened.getLocalPort();
  }

  private void accept(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        Socket client = opened.accept();
        Wire.inBackground(() -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    var wire = new Wire(this, client);
    wires.add(wire);
    try {
      wire.connect(new Socket(HERE, server));
    } catch (IOException away) {
      wire.reset();
    }
    if (door == null) {
      wire.reset();
    }
  }

  void gone(Wire wire) {
    wires.remove(wire);
  }

  // What a wire asks for every piece that it has read.

  String refused() {
    return refused;
  }

  void hit() {
    hits.incrementAndGet();
  }

  void await(Direction direction) throws InterruptedException {
    if (!delay.isZero()) {
      Thread.sleep(delay.toMillis());
    }
    synchronized (held) {
      if (held.contains(direction)) {
        hit();
      }
      while (held.contains(direction)) {
        held.wait();
      }
    }
  }

  /**
   * How many of these bytes pass before the trap; all of them where there is none.
   *
   * @param own the connection's own count, for a trap that lasts
   */
  synchronized Passing passing(Direction direction, byte[] bytes, int length, Trap.Count own) {
    Trap set = trap;
    if (set == null || set.direction() != direction) {
      return new Passing(length, null);
    }
    int passing = (set.lasting() ? own : count).passing(set, bytes, length);
    if (passing == length && !sprung(set, own)) {
      return new Passing(length, null);
    }
    hit();
    if (!set.lasting()) {
      trap = null;
    }
    if (set.damage() == Damage.HOLD) {
      synchronized (held) {
        held.add(direction);
      }
    }
    return new Passing(passing, set.damage());
  }

  private boolean sprung(Trap set, Trap.Count own) {
    return (set.lasting() ? own : count).sprung();
  }

  /**
   * @param damage what happens after them, or null
   */
  record Passing(int bytes, @Nullable Damage damage) {}
}
