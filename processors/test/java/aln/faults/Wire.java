package aln.faults;

import aln.faults.Link.Passing;
import aln.faults.Trap.Damage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection through a {@link Link}. */
final class Wire {

  private static final int PIECE = 16 * 1024;
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
  private static final String BUSY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>SlowDown</Code><Message>Please reduce"
          + " your request rate</Message></Error>";

  private final Link link;
  private final Socket client;
  private final Trap.Count toServer = new Trap.Count();
  private final Trap.Count toClient = new Trap.Count();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger ended = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile @Nullable Socket server;

  Wire(Link link, Socket client) {
    this.link = link;
    this.client = client;
  }

  static void inBackground(Runnable work) {
    var thread = new Thread(work, "link");
    thread.setDaemon(true);
    thread.start();
  }

  void connect(Socket connected) throws IOException {
    server = connected;
    if (over.get()) {
      end(connected, true);
      return;
    }
    client.setTcpNoDelay(true);
    connected.setTcpNoDelay(true);
    inBackground(() -> pump(Direction.TO_SERVER, client, connected));
    inBackground(() -> pump(Direction.TO_CLIENT, connected, client));
  }

  private void pump(Direction direction, Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int length;
      while ((length = in.read(piece)) >= 0) {
        if (direction == Direction.TO_SERVER && isRefused(piece, length)) {
          refuse(piece, length);
          return;
        }
        if (!forward(direction, piece, length, out)) {
          return;
        }
      }
      link.await(direction);
      to.shutdownOutput();
      if (ended.incrementAndGet() == 2) {
        close();
      }
    } catch (IOException broken) {
      reset();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @return whether the connection goes on
   */
  private boolean forward(Direction direction, byte[] piece, int length, OutputStream out)
      throws IOException, InterruptedException {
    link.await(direction);
    if (over.get()) {
      return false;
    }
    Trap.Count own = direction == Direction.TO_SERVER ? toServer : toClient;
    Passing passing = link.passing(direction, piece, length, own);
    out.write(piece, 0, passing.bytes());
    if (passing.damage() == Damage.RESET) {
      reset();
      return false;
    }
    if (passing.damage() == Damage.STALL) {
      end.await();
      return false;
    }
    if (passing.damage() == Damage.TRUNCATE) {
      close();
      return false;
    }
    if (passing.bytes() < length) {
      link.await(direction);
      if (over.get()) {
        return false;
      }
      out.write(piece, passing.bytes(), length - passing.bytes());
    }
    return true;
  }

  private boolean isRefused(byte[] piece, int length) {
    String method = link.refused();
    return !method.isEmpty()
        && new String(piece, 0, length, StandardCharsets.ISO_8859_1).startsWith(method);
  }

  /** Takes the whole request in before it answers, as servers do. */
  private void refuse(byte[] piece, int length) throws IOException {
    String head = new String(piece, 0, length, StandardCharsets.ISO_8859_1);
    Matcher announced = LENGTH.matcher(head);
    long body = announced.find() ? Long.parseLong(announced.group(1)) : 0;
    client.getInputStream().skipNBytes(Math.max(0, body - (length - head.indexOf("\r\n\r\n") - 4)));
    String answer =
        "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(BUSY.length(), head.startsWith("HEAD") ? "" : BUSY);
    client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    link.hit();
    close();
  }

  /** RST both ways. */
  void reset() {
    end(true);
  }

  private void close() {
    end(false);
  }

  private void end(boolean hard) {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    end.countDown();
    link.gone(this);
    end(client, hard);
    Socket connected = server;
    if (connected != null) {
      end(connected, hard);
    }
  }

  private static void end(Socket socket, boolean hard) {
    try {
      if (hard) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    } catch (IOException gone) {
      return; // it is over, which was wanted
    }
  }
}
