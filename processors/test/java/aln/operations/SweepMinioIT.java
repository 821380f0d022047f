package aln.operations;

import aln.testing.RealServers;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** MinIO. What other tests keep there is of accounts that this database does not know. */
class SweepMinioIT extends SweepContract {

  /** Before there is a context that would fail instead. */
  @BeforeAll
  static void needsMinio() {
    RealServers.minio();
  }

  @DynamicPropertySource
  static void minio(DynamicPropertyRegistry settings) {
    RealServers.ObjectStore store = RealServers.minio();
    settings.add("aln.s3.endpoint", () -> store.endpoint().toString());
    settings.add("aln.s3.access-key", store::accessKey);
    settings.add("aln.s3.secret-key", store::secretKey);
  }
}
