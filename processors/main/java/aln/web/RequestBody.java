package aln.web;

import aln.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Reads bodies. A thread waits while a body arrives, so whoever sends slowly must not have many of
 * them, nor for long.
 */
@Component
class RequestBody {

  /** Bytes, where the contract says nothing else. It carries words, never media. */
  static final int LARGEST = 1 << 18;

  /** Bytes of one that is too large, read so that its sender is there to hear the refusal. */
  private static final int POLITENESS = 8 << 20;

  static final Duration SLOWEST = Duration.ofSeconds(15);

  /** From one network address at a time. A body that came along with its head is none of them. */
  static final int SLOW_ONES = 128;

  private static final Problem TOO_SLOW =
      Problem.of(
          408, "request-timeout", "The body did not arrive in time. Send the request again.");
  private static final Problem TOO_MANY =
      Problem.busy(
          "Too many unfinished requests come from this address. Finish some, then try again.",
          Duration.ofSeconds(5));

  private final Map<String, Integer> slow = new ConcurrentHashMap<>();

  /**
   * All of a body.
   *
   * @param largest bytes at most
   * @throws Problem 413, 408 or 503
   */
  byte[] read(HttpServletRequest request, int largest) throws IOException {
    InputStream body = request.getInputStream();
    long announced = request.getContentLengthLong();
    if (announced >= 0 && announced <= largest && body.available() >= announced) {
      return body.readNBytes((int) announced);
    }
    String address = request.getRemoteAddr();
    if (slow.merge(address, 1, Integer::sum) > SLOW_ONES) {
      leave(address);
      throw TOO_MANY;
    }
    try {
      return readSlowly(body, largest);
    } finally {
      leave(address);
    }
  }

  private void leave(String address) {
    slow.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }

  private static byte[] readSlowly(InputStream body, int largest) throws IOException {
    long end = System.nanoTime() + SLOWEST.toNanos();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    long length = 0;
    try {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        length += read;
        if (length <= largest) {
          bytes.write(buffer, 0, read);
        } else if (length > POLITENESS) {
          break;
        }
        if (System.nanoTime() > end) {
          throw TOO_SLOW;
        }
      }
    } catch (SocketTimeoutException silent) {
      throw TOO_SLOW;
    }
    if (length > largest) {
      throw Problem.of(413, "too-large", "Send at most " + largest + " bytes of JSON.");
    }
    return bytes.toByteArray();
  }
}
