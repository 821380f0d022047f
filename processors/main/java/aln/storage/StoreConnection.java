package aln.storage;

import java.net.URI;

/**
 * How to reach the object store, embedded or real.
 *
 * @param endpoint for the hub itself
 * @param publicEndpoint for browsers; another name of the same store
 */
public record StoreConnection(
    URI endpoint, URI publicEndpoint, String region, String accessKey, String secretKey) {

  /**
   * @throws IllegalArgumentException naming the variable that is missing or wrong
   */
  public StoreConnection {
    check(endpoint, "ALN_S3_ENDPOINT");
    check(publicEndpoint, "ALN_S3_PUBLIC_ENDPOINT");
    if (accessKey.isEmpty() || secretKey.isEmpty()) {
      throw new IllegalArgumentException("ALN_S3_ACCESS_KEY or ALN_S3_SECRET_KEY is empty");
    }
  }

  private static void check(URI address, String variable) {
    boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!web || address.getHost() == null || !address.getPath().matches("/?")) {
      throw new IllegalArgumentException(
          variable + " is not of the form http[s]://host[:port]: " + address);
    }
  }

  @Override
  public String toString() {
    return endpoint + " (public: " + publicEndpoint + ")";
  }
}
