package aln.hub;

import aln.hub.Origin.Page;
import java.util.Map;

/** What the servers of this world do with a request for a film. */
final class Pages {

  private static final String TAG = "\"a\"";

  private Pages() {}

  /** As it should be: whole, with ranges and a strong ETag. */
  static Page whole(byte[] film) {
    return (exchange, asked, turn) -> Origin.file(exchange, asked, film, TAG, film.length);
  }

  /** The first connection breaks after so many bytes; then as it should be. */
  static Page breaking(byte[] film, int after) {
    return changing(film, after, whole(film));
  }

  /** The first connection breaks after so many bytes of a film; then it is another page. */
  static Page changing(byte[] film, int after, Page then) {
    return (exchange, asked, turn) -> {
      if (turn == 1) {
        Origin.file(exchange, asked, film, TAG, after);
      } else {
        then.answer(exchange, asked, turn);
      }
    };
  }

  /** Every connection breaks after so many bytes. */
  static Page breakingAlways(byte[] film, int after) {
    return (exchange, asked, turn) -> Origin.file(exchange, asked, film, TAG, after);
  }

  /** Another film, and whoever asks for its rest gets it, whatever If-Range says. */
  static Page misleading(byte[] film) {
    return (exchange, asked, turn) -> {
      var wanted = new Origin.Asked(asked.range(), "\"new\"", null);
      Origin.file(exchange, wanted, film, "\"new\"", film.length);
    };
  }

  /** Another film. */
  static Page other(byte[] film) {
    return (exchange, asked, turn) -> Origin.file(exchange, asked, film, "\"new\"", film.length);
  }

  /** So many times over, and nobody says how much that is. */
  static Page chunked(byte[] film, int times) {
    return (exchange, asked, turn) -> {
      exchange.getResponseHeaders().set("Content-Type", "video/mp4");
      exchange.sendResponseHeaders(200, 0);
      for (int i = 0; i < times; i++) {
        exchange.getResponseBody().write(film);
      }
    };
  }

  /** Says that so many bytes come, and sends one. */
  static Page promising(long size) {
    return (exchange, asked, turn) -> {
      exchange.getResponseHeaders().set("Content-Type", "video/mp4");
      exchange.sendResponseHeaders(200, size);
      exchange.getResponseBody().write(1);
    };
  }

  /** Ten bytes that are no film. */
  static Page answering(int status, Map<String, String> headers) {
    return (exchange, asked, turn) -> Origin.answer(exchange, status, headers, new byte[10]);
  }
}
