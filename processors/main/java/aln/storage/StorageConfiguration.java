package aln.storage;

import aln.tls.Trust;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store's clients. Where the store is comes from {@link StoreConnection}. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  /** Dead stores are noticed by the connection; slow ones may take their time between two reads. */
  @Bean
  OkHttpClient storeHttpClient(Trust trust) {
    var dispatcher = new Dispatcher(Executors.newCachedThreadPool(StorageConfiguration::daemon));
    dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .sslSocketFactory(trust.context().getSocketFactory(), trust.manager())
        .connectTimeout(Duration.ofSeconds(5))
        .readTimeout(Duration.ofMinutes(1))
        .writeTimeout(Duration.ofMinutes(1))
        .build();
  }

  /** A client thread never keeps a stopped hub alive. */
  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "store");
    thread.setDaemon(true);
    return thread;
  }

  @Bean
  MinioClient minioClient(StoreConnection store, OkHttpClient storeHttpClient) {
    return client(store.endpoint(), store, storeHttpClient);
  }

  @Bean
  Presigner presigner(
      MinioClient minioClient, StoreConnection store, OkHttpClient storeHttpClient) {
    return new Presigner(minioClient, client(store.publicEndpoint(), store, storeHttpClient));
  }

  /** With its region set, a client signs without asking the store for it. */
  private static MinioClient client(URI endpoint, StoreConnection store, OkHttpClient http) {
    return MinioClient.builder()
        .endpoint(endpoint.toString())
        .region(store.region())
        .credentials(store.accessKey(), store.secretKey())
        .httpClient(http)
        .build();
  }

  @Bean
  Objects objects(
      MinioClient minioClient,
      OkHttpClient storeHttpClient,
      Presigner presigner,
      StoreConnection store) {
    return new Objects(minioClient, storeHttpClient, presigner, store.endpoint());
  }

  @Bean
  Inventory inventory(StoreConnection store, OkHttpClient storeHttpClient) {
    return new Inventory(
        MinioAsyncClient.builder()
            .endpoint(store.endpoint().toString())
            .region(store.region())
            .credentials(store.accessKey(), store.secretKey())
            .httpClient(storeHttpClient)
            .build(),
        store.endpoint());
  }

  @Bean(initMethod = "makeNowOrLater", destroyMethod = "close")
  Buckets buckets(MinioClient minioClient, StoreConnection store) {
    return new Buckets(minioClient, store.endpoint());
  }
}
