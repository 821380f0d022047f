package aln.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.client.ApiClient;
import aln.client.ApiException;
import aln.client.api.AssetsApi;
import aln.client.api.SignInApi;
import aln.client.api.UploadsApi;
import aln.client.model.Asset;
import aln.client.model.Credentials;
import aln.client.model.InitiateUpload;
import aln.client.model.InitiatedUpload;
import aln.client.model.Token;
import aln.hub.Hub;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client that openapi-generator makes of the contract compiles, and gets on with a hub. */
class GeneratedClientIT {

  @TempDir Path folder;

  @Test
  void announcesAFileAndFindsItsAsset() throws Exception {
    try (Hub hub = Hub.launch(folder, Map.of(), List.of()).awaitReady()) {
      ApiClient client = client(hub);
      var credentials =
          new Credentials().email(UUID.randomUUID() + "@example.org").password("correct horse");
      Token token = new SignInApi(client).register(credentials);
      client.setRequestInterceptor(
          request -> request.header("Authorization", "Bearer " + token.getAccessToken()));

      var film = new InitiateUpload().filename("film.mp4").contentType("video/mp4").size(10L);
      String key = UUID.randomUUID().toString();
      InitiatedUpload upload = new UploadsApi(client).initiateUpload(film, key);
      InitiatedUpload again = new UploadsApi(client).initiateUpload(film, key);
      assertThat(again.getUploadId()).isEqualTo(upload.getUploadId());

      var assets = new AssetsApi(client);
      Asset asset = assets.readAsset(upload.getAssetId());
      assertThat(asset.getStatus()).isEqualTo(Asset.StatusEnum.PENDING);
      assertThat(asset.getOwnerId()).isEqualTo(token.getAccount().getId());
      assertThat(assets.listAssets(null, 5, null, null).getItems()).containsExactly(asset);
      assertThatThrownBy(() -> assets.readAsset(UUID.randomUUID()))
          .isInstanceOfSatisfying(
              ApiException.class,
              refused -> {
                assertThat(refused.getCode()).isEqualTo(404);
                assertThat(refused.getResponseBody()).contains("/problems/not-found");
              });
    }
  }

  private static ApiClient client(Hub hub) {
    var client = new ApiClient();
    client.updateBaseUri(hub.address().toString());
    return client;
  }
}
