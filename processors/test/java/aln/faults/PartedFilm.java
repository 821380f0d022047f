package aln.faults;

import aln.hub.Answer;
import aln.hub.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** A film that its client sends in parts, and goes on with whenever the hub is there again. */
final class PartedFilm {

  private static final String BASE = "/api/uploads/s3/multipart";

  private final Api account;
  private final byte[] bytes;
  private final JsonNode upload;
  private final Consumer<UUID> accepted;

  /**
   * @param accepted hears of the asset once the hub has taken it in
   */
  PartedFilm(Api account, Path file, Consumer<UUID> accepted) throws IOException {
    this.account = account;
    this.bytes = Files.readAllBytes(file);
    this.accepted = accepted;
    var request =
        Map.of(
            "filename", file.getFileName().toString(),
            "type", "video/mp4",
            "metadata", Map.of("size", Integer.toString(bytes.length)));
    upload = Films.insist(() -> account.post(BASE, request).expect(201).json());
  }

  /**
   * @param number from 1
   */
  void send(int number) {
    int size = upload.path("partSize").asInt();
    int from = (number - 1) * size;
    JsonNode signed = Films.insist(() -> account.get(address() + "/" + number).expect(200).json());
    Api.put(
        URI.create(signed.path("url").asText()),
        Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
  }

  /** The numbers of the parts that have come, as the hub tells. */
  List<Integer> stored() {
    JsonNode parts = Films.insist(() -> account.get(address()).expect(200).json());
    return StreamSupport.stream(parts.spliterator(), false)
        .map(part -> part.path("PartNumber").asInt())
        .toList();
  }

  /** Once, whatever comes of it. */
  Answer tryToComplete() {
    return account.post(address() + "/complete", Map.of());
  }

  /** Until the hub has said yes. */
  void complete() {
    Films.insist(() -> tryToComplete().expect(200));
    accepted.accept(UUID.fromString(upload.path("assetId").asText()));
  }

  private String address() {
    return BASE + "/" + upload.path("uploadId").asText();
  }
}
