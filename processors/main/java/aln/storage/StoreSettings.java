package aln.storage;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The object store: a real one when an endpoint is given, otherwise the embedded one.
 *
 * @param endpoint where the hub reaches it, {@code http[s]://host[:port]}, or empty
 * @param publicEndpoint where browsers reach it, or empty for the same; presigned addresses name it
 * @param accessKey empty means: made at random for the embedded store
 * @param secretKey as the access key
 * @param region part of every signature; MinIO and the like take any
 * @param address that the embedded store listens on
 * @param port of the embedded store; 0 takes a free one
 */
@ConfigurationProperties("aln.s3")
public record StoreSettings(
    String endpoint,
    String publicEndpoint,
    String accessKey,
    String secretKey,
    String region,
    String address,
    int port) {

  /** Whether a real store is configured. */
  public boolean isReal() {
    return !endpoint.isEmpty();
  }

  /** Where browsers reach the store whose own address this is. */
  public URI publicEndpointOr(URI own) {
    return publicEndpoint.isEmpty() ? own : URI.create(publicEndpoint);
  }

  /** The way to the configured store; only when {@link #isReal}. */
  public StoreConnection connection() {
    URI own = URI.create(endpoint);
    return new StoreConnection(own, publicEndpointOr(own), region, accessKey, secretKey);
  }
}
