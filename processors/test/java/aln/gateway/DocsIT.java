package aln.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import aln.web.Contract;
import aln.web.RunningHub;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DocsIT extends RunningHub {

  @Autowired Contract contract;

  @Test
  void bundlesEveryOperationIntoOneValidDocument() {
    HttpResponse<String> answer = call("GET", "/openapi.json", null, null);
    SwaggerParseResult read = new OpenAPIV3Parser().readContents(answer.body());
    assertThat(read.getMessages()).isEmpty();
    List<String> bundled =
        read.getOpenAPI().getPaths().values().stream()
            .flatMap(each -> each.readOperations().stream())
            .map(Operation::getOperationId)
            .toList();
    assertThat(bundled)
        .containsExactlyInAnyOrderElementsOf(
            contract.operations().stream().map(each -> each.id()).toList());
    assertThat(read.getOpenAPI().getPaths()).containsKeys("/api/assets", "/jobs/{id}", "/health");
    assertThat(read.getOpenAPI().getComponents().getSecuritySchemes()).containsKey("bearer");
  }

  @Test
  void showsTheContractWithoutAnythingFromElsewhere() {
    HttpResponse<String> docs = call("GET", "/docs", null, null);
    assertThat(docs.statusCode()).isEqualTo(200);
    assertThat(docs.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(docs.body()).doesNotContain("http://", "https://", "<script>");
    for (String file : List.of("swagger-ui-bundle.js", "swagger-ui.css", "docs.js")) {
      assertThat(docs.body()).contains("/docs/" + file);
      assertThat(call("GET", "/docs/" + file, null, null).statusCode()).as(file).isEqualTo(200);
    }
  }

  @Test
  void sendsSecurityHeaders() {
    var headers = call("GET", "/docs", null, null).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'", "media-src 'self' blob: http");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
  }

  @Test
  void compressesWhatIsLarge() {
    HttpResponse<String> answer = send(to("/openapi.json").header("Accept-Encoding", "gzip"));
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
  }

  @Test
  void reportsHealthWithItsServicesAndParts() {
    HttpResponse<String> answer = call("GET", "/health", null, null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "\"status\":\"UP\"",
            "\"gateway\"",
            "\"database\":\"UP\"",
            "\"broker\":\"UP\"",
            "\"storage\":\"UP\"");
  }
}
