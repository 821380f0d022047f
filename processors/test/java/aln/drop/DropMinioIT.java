package aln.drop;

import aln.testing.RealServers;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** MinIO. What lies there from other tests is nobody's and moves aside. */
class DropMinioIT extends DropContract {

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
