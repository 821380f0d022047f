package aln.storage;

import aln.tls.Trust;
import io.minio.MinioClient;
import okhttp3.OkHttpClient;

/** The clients of a store, wired as in the hub. */
record StoreClients(
    StoreCircuit circuit,
    OkHttpClient http,
    MinioClient client,
    Presigner presigner,
    UploadPresigner uploads,
    FormPresigner forms,
    Multiparts multiparts,
    Objects objects,
    Buckets buckets) {

  static StoreClients of(StoreConnection store) {
    var wiring = new StorageConfiguration();
    StoreCircuit circuit = wiring.storeCircuit();
    OkHttpClient http = wiring.storeHttpClient(circuit, Trust.of(""));
    MinioClient client = wiring.minioClient(store, http);
    Presigner presigner = wiring.presigner(client, store, http);
    return new StoreClients(
        circuit,
        http,
        client,
        presigner,
        wiring.uploadPresigner(store),
        wiring.formPresigner(store),
        wiring.multiparts(store, http),
        wiring.objects(client, http, presigner, store),
        wiring.buckets(client, store));
  }
}
