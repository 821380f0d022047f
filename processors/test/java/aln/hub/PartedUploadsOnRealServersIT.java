package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import aln.testing.RealServers;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On MinIO, which forgets parts by itself after a day. */
class PartedUploadsOnRealServersIT extends PartedUploads {

  @Override
  Map<String, String> servers() {
    RealServers.ObjectStore store = RealServers.minio();
    return Map.of(
        "ALN_S3_ENDPOINT", store.endpoint().toString(),
        "ALN_S3_ACCESS_KEY", store.accessKey(),
        "ALN_S3_SECRET_KEY", store.secretKey());
  }

  @Test
  void beginAnewWhenTheStoreHasForgottenThem() {
    Api creator = hub.user();
    JsonNode upload = create(creator);
    send(creator, upload, 1);
    hub.store().abort(Store.RAW, upload.path("key").asText(), storeId(creator, upload));
    assertThat(creator.get(address(upload)).expect(200).json()).isEmpty();
    sendAll(creator, upload);
    creator.post(address(upload) + "/complete", Map.of()).expect(200);
  }
}
