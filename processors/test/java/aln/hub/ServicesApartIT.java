package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import aln.embedded.SharedParts;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each service alone in its process; database, broker, store and the key of tokens are shared. */
class ServicesApartIT {

  /** What each service answers, and no other does; all with a GET. */
  private static final Map<String, String> PATHS =
      Map.of(
          "gateway", "/api/auth/me",
          "ingestion", "/api/uploads/initiate",
          "jobs", "/jobs",
          "content", "/api/admin/assets",
          "playback", "/api/videos",
          "payments", "/api/payments/balance",
          "notifications", "/api/events",
          "operations", "/api/admin/dead-letters");

  @TempDir static Path folder;
  private static final Map<String, Hub> SERVICES = new LinkedHashMap<>();
  private static SharedParts parts;
  private static Api admin;

  @BeforeAll
  static void start() throws Exception {
    parts = new SharedParts(folder.resolve("parts"));
    Servers servers = Servers.of(parts);
    for (String service : servicesInTheOrderOfAnUpload()) {
      String port = Integer.toString(Ports.free());
      Map<String, String> own =
          Map.of(
              "ALN_SERVICES",
              service,
              "ALN_HTTP_PORT",
              port,
              "ALN_PUBLIC_URL",
              "http://localhost:" + port,
              "ALN_JWT_KEY_FILE",
              folder.resolve("jwt.key").toString());
      SERVICES.put(service, Hub.launch(folder.resolve(service), servers.with(own)));
    }
    for (Hub each : SERVICES.values()) {
      each.awaitReady();
    }
    admin = SERVICES.get("gateway").admin();
  }

  private static String[] servicesInTheOrderOfAnUpload() {
    return new String[] {
      "gateway",
      "ingestion",
      "jobs",
      "processing",
      "content",
      "playback",
      "payments",
      "notifications",
      "operations"
    };
  }

  @AfterAll
  static void stop() throws Exception {
    for (Hub each : SERVICES.values()) {
      each.close();
    }
    if (parts != null) {
      parts.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway",
        "ingestion",
        "jobs",
        "processing",
        "content",
        "playback",
        "payments",
        "notifications",
        "operations"
      })
  void servesItsOwnPathsOnly(String service) throws Exception {
    Hub hub = SERVICES.get(service);
    JsonNode health = hub.anonymous().get("/health").expect(200).json();
    assertThat(health.path("status").asText()).isEqualTo("UP");
    assertThat(health.path("services")).hasSize(1);
    assertThat(health.path("services").get(0).asText()).isEqualTo(service);
    for (var each : PATHS.entrySet()) {
      if (each.getKey().equals(service)) {
        assertThat(ask(hub, each.getValue())).as(each.getValue()).isIn(200, 405);
      } else {
        admin.at(hub.address()).get(each.getValue()).refuses(404);
      }
    }
  }

  @Test
  void carryAnUploadThroughTogether() {
    Api creator = SERVICES.get("gateway").user();
    UUID asset = at(creator, "ingestion").upload(Clips.film(folder, 5));
    JsonNode complete = at(creator, "content").awaitComplete(asset, Duration.ofMinutes(3));
    assertThat(complete.path("type").asText()).isEqualTo("video");
    Hls stream = at(creator, "playback").stream(asset);
    assertThat(stream.video().get(0).duration()).isBetween(4.9, 5.1);
    String job = complete.path("jobId").asText();
    assertThat(at(creator, "jobs").get("/jobs/" + job).expect(200).json().path("status").asText())
        .isEqualTo("complete");
    assertThat(at(admin, "operations").get("/api/admin/dead-letters").expect(200).json())
        .hasSize(1);
  }

  private static Api at(Api account, String service) {
    return account.at(SERVICES.get(service).address());
  }

  /** The status alone; a stream of events has no end. */
  private static int ask(Hub hub, String path) throws Exception {
    URI address = hub.address().resolve(path);
    var request =
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + admin.token()).build();
    var answer = Api.HTTP.send(request, BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }
}
