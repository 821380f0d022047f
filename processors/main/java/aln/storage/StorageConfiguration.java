package aln.storage;

import aln.tls.Trust;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store's clients. Where the store is comes from {@link StoreConnection}. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final Duration WHOLE_CALL = Duration.ofMinutes(10);

  /** Whom the rest of the hub asks how the store is. */
  @Bean
  StoreCircuit storeCircuit() {
    return new StoreCircuit();
  }

  /**
   * A store that is away or hangs is noticed within a third of a minute; one that drips, by the
   * time that a whole call may take.
   */
  @Bean
  OkHttpClient storeHttpClient(StoreCircuit storeCircuit, Trust trust) {
    var dispatcher = new Dispatcher(Executors.newCachedThreadPool(StorageConfiguration::daemon));
    dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .sslSocketFactory(trust.context().getSocketFactory(), trust.manager())
        .connectTimeout(Duration.ofSeconds(5))
        .readTimeout(SILENCE)
        .writeTimeout(SILENCE)
        .callTimeout(WHOLE_CALL)
        .addInterceptor(storeCircuit)
        .addInterceptor(StorageConfiguration::letItWrite)
        .build();
  }

  /** A copy within the store, or the end of a multipart upload, is silent until all is written. */
  private static Response letItWrite(Interceptor.Chain chain) throws IOException {
    boolean copy = chain.request().header("x-amz-copy-source") != null;
    boolean join =
        chain.request().method().equals("POST")
            && chain.request().url().queryParameter("uploadId") != null;
    int millis = Math.toIntExact(WHOLE_CALL.toMillis());
    return (copy || join ? chain.withReadTimeout(millis, TimeUnit.MILLISECONDS) : chain)
        .proceed(chain.request());
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
  UploadPresigner uploadPresigner(StoreConnection store) {
    return new UploadPresigner(store);
  }

  @Bean
  FormPresigner formPresigner(StoreConnection store) {
    return new FormPresigner(store);
  }

  @Bean
  Inventory inventory(StoreConnection store, OkHttpClient storeHttpClient) {
    return new Inventory(asyncClient(store, storeHttpClient), store.endpoint());
  }

  @Bean
  Multiparts multiparts(StoreConnection store, OkHttpClient storeHttpClient) {
    return new Multiparts(asyncClient(store, storeHttpClient), store.endpoint());
  }

  private static MinioAsyncClient asyncClient(StoreConnection store, OkHttpClient http) {
    return MinioAsyncClient.builder()
        .endpoint(store.endpoint().toString())
        .region(store.region())
        .credentials(store.accessKey(), store.secretKey())
        .httpClient(http)
        .build();
  }

  @Bean(destroyMethod = "close")
  StoreProbe storeProbe(StoreCircuit storeCircuit, MinioClient minioClient) {
    return new StoreProbe(storeCircuit, minioClient);
  }

  @Bean(initMethod = "makeNowOrLater", destroyMethod = "close")
  Buckets buckets(MinioClient minioClient, StoreConnection store) {
    return new Buckets(minioClient, store.endpoint());
  }
}
