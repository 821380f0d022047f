package aln.storage;

import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same of MinIO or any other S3. */
@EnabledIfEnvironmentVariable(named = "ALN_TEST_S3_ENDPOINT", matches = ".+")
class RealStoreIT extends StoreContract {

  @Override
  StoreConnection connection() {
    var endpoint = URI.create(System.getenv("ALN_TEST_S3_ENDPOINT"));
    return new StoreConnection(
        endpoint,
        endpoint,
        "us-east-1",
        System.getenv("ALN_TEST_S3_ACCESS_KEY"),
        System.getenv("ALN_TEST_S3_SECRET_KEY"));
  }
}
