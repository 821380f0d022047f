package aln.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The endpoints answer nobody (RFC 5737 addresses): signing must not ask them. */
class UploadPresignerTest {

  private static final ObjectRef REF = new ObjectRef("raw-assets", "user_1/2/source");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final StoreConnection STORE =
      new StoreConnection(
          URI.create("http://192.0.2.1:9001"),
          URI.create("https://media.example.org"),
          "eu-west-1",
          "access",
          "secret");

  private final UploadPresigner presigner = new UploadPresigner(STORE);

  @Test
  void aPutSignsSizeAndTypeForThePublicAddress() {
    var target = presigner.put(REF, "video/mp4", 10, null, HOUR);
    assertThat(target.url())
        .hasScheme("https")
        .hasHost("media.example.org")
        .hasPath("/raw-assets/user_1/2/source")
        .hasParameter("X-Amz-Expires", "3600")
        .hasParameter("X-Amz-SignedHeaders", "content-length;content-type;host");
    assertThat(target.headers()).isEqualTo(Map.of("Content-Type", "video/mp4"));
  }

  @Test
  void aPutMaySignItsDigest() {
    var target = presigner.put(REF, "video/mp4", 10, "digest=", HOUR);
    assertThat(target.headers())
        .isEqualTo(Map.of("Content-Type", "video/mp4", "x-amz-checksum-sha256", "digest="));
    assertThat(target.url())
        .hasParameter(
            "X-Amz-SignedHeaders", "content-length;content-type;host;x-amz-checksum-sha256");
  }

  @Test
  void aPartSignsItsSizeAndNumber() {
    var target = presigner.part(REF, "the store's", 7, 10, HOUR);
    assertThat(target.url())
        .hasPath("/raw-assets/user_1/2/source")
        .hasParameter("partNumber", "7")
        .hasParameter("uploadId", "the store's")
        .hasParameter("X-Amz-SignedHeaders", "content-length;host");
    assertThat(target.headers()).isEmpty();
  }

  @Test
  void aFormSaysWhereItGoesAndWhatItIs() {
    var form = new FormPresigner(STORE).form(REF, "video/mp4", 10, HOUR);
    assertThat(form.url()).isEqualTo(URI.create("https://media.example.org/raw-assets"));
    assertThat(form.fields())
        .containsEntry("key", REF.key())
        .containsEntry("Content-Type", "video/mp4")
        .containsKeys("policy", "x-amz-signature", "x-amz-credential", "x-amz-date");
  }
}
