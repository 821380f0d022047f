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

  @Override
  public String toString() {
    return endpoint + " (public: " + publicEndpoint + ")";
  }
}
