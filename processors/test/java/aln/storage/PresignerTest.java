package aln.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The endpoints answer nobody (RFC 5737 addresses): signing must not ask them. */
class PresignerTest {

  private static final ObjectRef REF = new ObjectRef("raw-assets", "user_1/2/source");
  private final Presigner presigner =
      StoreClients.of(
              new StoreConnection(
                  URI.create("http://192.0.2.1:9001"),
                  URI.create("https://media.example.org"),
                  "eu-west-1",
                  "access",
                  "secret"))
          .presigner();

  @Test
  void signsForThePublicAddress() {
    assertThat(presigner.get(REF, Duration.ofMinutes(15)))
        .hasScheme("https")
        .hasHost("media.example.org")
        .hasPath("/raw-assets/user_1/2/source")
        .hasParameter("X-Amz-Expires", "900")
        .hasParameter("X-Amz-SignedHeaders", "host");
    assertThat(presigner.get(REF, Duration.ofMinutes(1)).getQuery())
        .contains("X-Amz-Algorithm=AWS4-HMAC-SHA256")
        .contains("/eu-west-1/s3/aws4_request");
  }

  @Test
  void signsForTheInnerAddress() {
    assertThat(presigner.innerGet(REF, Duration.ofMinutes(1)))
        .hasScheme("http")
        .hasHost("192.0.2.1")
        .hasPort(9001);
  }

  @Test
  void namesADownloadWhateverItsCharacters() {
    assertThat(
            presigner.download(REF, Duration.ofMinutes(1), "Côte d’Ivoire \"live\".mp4").getQuery())
        .contains("response-content-disposition=attachment;")
        .contains("filename*=UTF-8''C%C3%B4te%20d%E2%80%99Ivoire%20%22live%22.mp4");
  }
}
