package aln.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves one file by ranges, and fails for good once it has sent so many bytes. */
final class FlakyStore implements AutoCloseable {

  /** How it fails. */
  enum Fault {
    NONE,
    RESET,
    TRUNCATE,
    ANSWER_503,
    HANG
  }

  private static final Charset UTF = StandardCharsets.UTF_8;
  private static final Pattern RANGE = Pattern.compile("(?i)range: bytes=(\\d+)-.*");

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicLong left;
  private final byte[] file;
  private final Fault fault;

  FlakyStore(byte[] file, Fault fault, long goodBytes) throws IOException {
    this.file = file;
    this.fault = fault;
    this.left = new AtomicLong(goodBytes);
    daemon(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/source?signature=x");
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket visitor = door.accept();
        daemon(() -> serve(visitor));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket visitor) {
    try (visitor) {
      int from = from(visitor);
      OutputStream out = visitor.getOutputStream();
      if (isSpent() && fault != Fault.TRUNCATE) {
        fail(visitor, out);
        return;
      }
      out.write(head("206 Partial Content", file.length - from, from).getBytes(UTF));
      for (int at = from; at < file.length; at += 8192) {
        if (isSpent()) {
          fail(visitor, out);
          return;
        }
        int length = Math.min(8192, file.length - at);
        out.write(file, at, length);
        left.addAndGet(-length);
      }
    } catch (IOException visitorLeft) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isSpent() {
    return fault != Fault.NONE && left.get() <= 0;
  }

  private void fail(Socket visitor, OutputStream out) throws IOException {
    switch (fault) {
      case RESET -> visitor.setSoLinger(true, 0);
      case ANSWER_503 -> out.write(head("503 Service Unavailable", 0, 0).getBytes(UTF));
      case HANG -> {
        while (visitor.getInputStream().read() >= 0) {
          out.flush(); // says nothing until the visitor leaves
        }
      }
      case NONE, TRUNCATE -> out.flush();
    }
  }

  private static int from(Socket visitor) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(visitor.getInputStream(), UTF));
    int from = 0;
    for (String line = reader.readLine();
        line != null && !line.isEmpty();
        line = reader.readLine()) {
      Matcher range = RANGE.matcher(line);
      from = range.matches() ? Integer.parseInt(range.group(1)) : from;
    }
    return from;
  }

  private String head(String status, int length, int from) {
    return "HTTP/1.1 %s\r\nContent-Length: %d\r\nContent-Range: bytes %d-%d/%d\r\nAccept-Ranges: bytes\r\nConnection: close\r\n\r\n"
        .formatted(status, length, from, file.length - 1, file.length);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "flaky store");
    thread.setDaemon(true);
    thread.start();
  }
}
