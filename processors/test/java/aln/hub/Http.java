package aln.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One request and its answer, which the contract must describe. */
final class Http {

  private Http() {}

  static Answer get(URI address) {
    return send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).build());
  }

  static Answer send(HttpRequest request) {
    var response = send(request, BodyHandlers.ofString());
    var answer =
        new Answer(
            request.method() + " " + request.uri(),
            response.statusCode(),
            response.headers(),
            response.body());
    Described.insist(request.method(), request.uri(), answer);
    return answer;
  }

  static byte[] bytes(URI address) {
    var response = send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new AssertionError("GET " + address + " answered " + response.statusCode());
    }
    return response.body();
  }

  static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    try {
      return Api.HTTP.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
