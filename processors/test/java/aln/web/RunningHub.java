package aln.web;

import aln.Aln;
import aln.accounts.Account;
import aln.accounts.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The gateway and the notifications with their embedded parts; other services are {@link StandIns}.
 */
@SpringBootTest(
    classes = {Aln.class, StandIns.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "aln.services=gateway,notifications",
      "aln.db.port=0",
      "aln.amqp.port=0",
      "aln.s3.port=0",
      "aln.admin.password=the first admin"
    })
public abstract class RunningHub {

  private static final Path DATA = temporary();

  @LocalServerPort protected int port;
  @Autowired protected Tokens tokens;
  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void dataDirectory(DynamicPropertyRegistry settings) {
    settings.add("aln.data-dir", DATA::toString);
  }

  protected HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  protected HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  protected HttpResponse<String> call(
      String method, String path, @Nullable String token, @Nullable String json) {
    HttpRequest.Builder request = to(path);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (json == null) {
      return send(request.method(method, BodyPublishers.noBody()));
    }
    return send(
        request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  /** A token as any process of the hub would issue it. */
  protected String token(String role) {
    return tokens
        .issue(new Account(UUID.randomUUID(), role + "@example.com", role, Instant.now()))
        .accessToken();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("aln");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
