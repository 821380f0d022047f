package aln.payments;

import static org.assertj.core.api.Assertions.assertThat;

import aln.accounts.Account;
import aln.accounts.Caller;
import aln.accounts.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What creators ask by HTTP. */
class PaymentsApiIT extends PaymentsOnPostgres {

  @LocalServerPort int port;
  @Autowired Tokens tokens;
  @Autowired ObjectMapper json;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void collaboratorsAgreeEarnAndRecompute() throws Exception {
    Caller amina = account();
    Caller kofi = account();
    UUID asset = asset(amina);
    String split = "/api/payments/splits/" + asset;
    String shares =
        "{\"shares\":[{\"email\":\"%s\",\"bps\":6000},{\"email\":\"%s\",\"bps\":4000}]}"
            .formatted(amina.email(), kofi.email());
    JsonNode proposed = ok("PUT", split, amina, shares);
    assertThat(proposed.at("/proposal/version").asInt()).isEqualTo(1);
    assertThat(ok("GET", "/api/payments/splits", kofi, null).at("/items/0/assetId").asText())
        .isEqualTo(asset.toString());
    assertThat(send("GET", split, account(), null).statusCode()).isEqualTo(404);
    assertThat(ok("POST", split + "/agree", kofi, "{\"version\":1}").at("/inForce/version").asInt())
        .isEqualTo(1);
    HttpResponse<String> late = send("POST", split + "/decline", kofi, "{\"version\":1}");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("/problems/split-in-force");

    String reference = reference();
    sell(reference, asset, account(), naira(1000));
    refunds.paid(event(reference, "refund"), "r", naira(500));
    assertThat(ok("GET", "/api/payments/balance", kofi, null).toString())
        .isEqualTo("{\"items\":[{\"currency\":\"NGN\",\"decimals\":2,\"amount\":180}]}");

    String month = YearMonth.now(ZoneOffset.UTC).toString();
    HttpResponse<String> csv = send("GET", "/api/payments/statements/" + month, kofi, null);
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment");
    String[] lines = csv.body().split("\r\n", -1);
    assertThat(lines[1]).isEqualTo(",,opening,,,NGN,,,,,,,,0.00");
    assertThat(lines[2])
        .endsWith(",sale,'=Lagos," + reference + ",NGN,10.00,1000,1.00,4000,3.60,0.00,3.60,3.60");
    assertThat(lines[3])
        .endsWith(
            ",refund-paid,'=Lagos," + reference + ",NGN,10.00,1000,1.00,4000,3.60,5.00,-1.80,1.80");
    assertThat(lines[4]).isEqualTo(",,closing,,,NGN,,,,,,,,1.80");
  }

  @Test
  void monthsThatAreNoneAreRefusedAndEmptyOnesAreEmpty() throws Exception {
    Caller somebody = account();
    for (String month : new String[] {"2026-13", "2026-1", "now"}) {
      assertThat(send("GET", "/api/payments/statements/" + month, somebody, null).statusCode())
          .isEqualTo(400);
    }
    assertThat(send("GET", "/api/payments/statements/2020-01", somebody, null).body())
        .startsWith("date,entry,")
        .hasLineCount(1);
  }

  @Test
  void adminsSeeTheChecksAndHealthNamesFaults() throws Exception {
    checks.check();
    Caller admin = new Caller(UUID.randomUUID(), "admin@example.com", true);
    assertThat(ok("GET", "/api/admin/ledger", admin, null).at("/items/0/postings").isNumber())
        .isTrue();
    assertThat(send("GET", "/api/admin/ledger", account(), null).statusCode()).isEqualTo(403);
    database
        .sql(
            "insert into ledger_check (checked_at, seconds, journals, postings, sales, faults)"
                + " values (clock_timestamp(), 0, 0, 0, 0, array['broken'])")
        .update();
    JsonNode health = ok("GET", "/health", admin, null);
    assertThat(health.at("/status").asText()).isEqualTo("UP");
    assertThat(health.at("/parts/ledger").asText()).contains("1 faults", "/api/admin/ledger");
    database.sql("delete from ledger_check where 'broken' = any (faults)").update();
  }

  private JsonNode ok(String method, String path, Caller caller, @Nullable String body)
      throws Exception {
    HttpResponse<String> answer = send(method, path, caller, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> send(
      String method, String path, Caller caller, @Nullable String body)
      throws IOException, InterruptedException {
    String role = caller.admin() ? "admin" : "user";
    String token =
        tokens.issue(new Account(caller.id(), caller.email(), role, Instant.now())).accessToken();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Bearer " + token);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(body));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
