package aln.embedded;

import aln.storage.StoreConnection;
import aln.storage.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * S3Proxy on a folder: the S3 protocol with real version 4 signatures, an object a file. Browsers
 * on any page may use its presigned addresses, as the signature is what lets them in.
 */
final class StorePart implements Part<StoreConnection> {

  private static final List<String> READABLE =
      List.of("ETag", "Content-Range", "Content-Length", "Accept-Ranges", "Content-Disposition");

  private final Path folder;
  private final Secrets secrets;
  private final StoreSettings settings;
  private volatile @Nullable S3Proxy proxy;
  private volatile int port;

  StorePart(Path folder, Secrets secrets, StoreSettings settings) {
    this.folder = folder;
    this.secrets = secrets;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "The embedded object store";
  }

  @Override
  public String replacement() {
    return "ALN_S3_ENDPOINT=https://<host> with ALN_S3_ACCESS_KEY and ALN_S3_SECRET_KEY";
  }

  @Override
  public String address() {
    return "http://" + settings.address() + ":" + port;
  }

  @Override
  public StoreConnection start() throws Exception {
    port = Port.claim(name(), "ALN_S3_PORT", settings.address(), settings.port());
    String accessKey = given(settings.accessKey(), "s3-access-key");
    String secretKey = given(settings.secretKey(), "s3-secret-key");
    S3Proxy started =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(folder.toString()))
            .endpoint(URI.create(address()))
            .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
            .corsRules(anyPage())
            .ignoreUnknownHeaders(true)
            .stopTimeout(0)
            .build();
    proxy = started;
    started.start();
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    return new StoreConnection(
        endpoint, settings.publicEndpointOr(endpoint), settings.region(), accessKey, secretKey);
  }

  private String given(String key, String file) throws Exception {
    return key.isEmpty() ? secrets.value(file) : key;
  }

  private static CrossOriginResourceSharing anyPage() {
    var methods = List.of("GET", "HEAD", "PUT", "POST");
    return new CrossOriginResourceSharing(List.of("*"), methods, List.of("*"), READABLE, "");
  }

  @Override
  public void stop() throws Exception {
    S3Proxy running = proxy;
    if (running != null) {
      running.stop();
    }
  }
}
