package aln.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Somebody's web server, good or bad, on loopback. */
final class Origin implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<Asked>> asked = new ConcurrentHashMap<>();
  private final CountDownLatch end = new CountDownLatch(1);

  Origin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  /** What a request said; null where it did not. */
  record Asked(String range, String ifRange, String encoding) {

    /** The first byte that was wanted. */
    long from() {
      return range == null ? 0 : Long.parseLong(range.replaceAll("bytes=(\\d+)-", "$1"));
    }
  }

  /** What it does with the nth request, counted from 1. */
  interface Page {
    void answer(HttpExchange exchange, Asked asked, int turn) throws IOException;
  }

  /** From now on this path answers so; returns its address. */
  String serve(String path, Page page) {
    List<Asked> all = new CopyOnWriteArrayList<>();
    asked.put(path, all);
    server.createContext(
        path,
        exchange -> {
          var headers = exchange.getRequestHeaders();
          Asked now =
              new Asked(
                  headers.getFirst("Range"),
                  headers.getFirst("If-Range"),
                  headers.getFirst("Accept-Encoding"));
          int turn;
          synchronized (all) {
            all.add(now);
            turn = all.size();
          }
          try (exchange) {
            page.answer(exchange, now, turn);
          }
        });
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  List<Asked> asked(String path) {
    return asked.get(path);
  }

  /** A good server's file: it goes on where it is asked to, as long as the file is the same. */
  static void file(HttpExchange exchange, Asked asked, byte[] file, String tag, int until)
      throws IOException {
    boolean rest = asked.range() != null && tag.equals(asked.ifRange());
    int from = rest ? Math.toIntExact(asked.from()) : 0;
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "video/mp4");
    headers.set("Accept-Ranges", "bytes");
    headers.set("ETag", tag);
    if (rest) {
      headers.set("Content-Range", "bytes %d-%d/%d".formatted(from, file.length - 1, file.length));
    }
    exchange.sendResponseHeaders(rest ? 206 : 200, file.length - from);
    exchange.getResponseBody().write(file, from, Math.max(0, Math.min(until, file.length) - from));
    exchange.getResponseBody().flush();
  }

  /** Sends a file at about so many bytes a second, for as long as anybody listens. */
  void slowly(HttpExchange exchange, byte[] file, int from, int perSecond) throws IOException {
    OutputStream body = exchange.getResponseBody();
    for (int at = from; at < file.length; at += perSecond / 10) {
      body.write(file, at, Math.min(perSecond / 10, file.length - at));
      body.flush();
      if (isOver(100)) {
        return;
      }
    }
  }

  private boolean isOver(long millis) {
    try {
      return end.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  static void answer(HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  Optional<Asked> last(String path) {
    List<Asked> all = asked.get(path);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
