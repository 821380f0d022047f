import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A hub of its own for one measurement: free ports, an empty data folder, gone at the end. */
final class Hub implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final Path home;
  private final String address;
  private final Process process;
  private String token = "";

  private Hub(Path home, int port, Process process) {
    this.home = home;
    this.address = "http://localhost:" + port;
    this.process = process;
  }

  /** Starts one and waits until it is ready. {@code ALN_HUB} holds java's arguments. */
  static Hub start(String... jvmOptions) throws IOException, InterruptedException {
    return start(List.of(), Map.of(), jvmOptions);
  }

  /**
   * @param wrapper what stands before java in the command line
   * @param more settings by the names of their environment variables
   */
  static Hub start(List<String> wrapper, Map<String, String> more, String... jvmOptions)
      throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("aln-bench");
    int port = freePort();
    List<String> command = new ArrayList<>(wrapper);
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of(System.getenv("ALN_HUB").split(" ")));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(home.resolve("log").toFile());
    builder.environment().putAll(settings(home, port));
    builder.environment().putAll(more);
    // Start reads when which part came up.
    builder.environment().put("LOGGING_LEVEL_ROOT", "info");
    builder.environment().put("LOGGING_PATTERN_CONSOLE", "%d{yyyy-MM-dd'T'HH:mm:ss.SSSxxx} %logger{0} %msg%n");
    Hub hub = new Hub(home, port, builder.start());
    Runtime.getRuntime().addShutdownHook(new Thread(hub.process::destroy));
    hub.awaitReady();
    return hub;
  }

  /** One that runs already, in this very process for example; closing leaves it alone. */
  static Hub at(int port) {
    return new Hub(null, port, null);
  }

  private static Map<String, String> settings(Path home, int port) throws IOException {
    return Map.of(
        "ALN_DATA_DIR", home.resolve("data").toString(),
        "ALN_HTTP_PORT", Integer.toString(port),
        "ALN_DB_PORT", "0",
        "ALN_AMQP_PORT", "0",
        "ALN_S3_PORT", "0");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!ready()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        String log = Files.readString(log());
        close();
        throw new IllegalStateException("The hub does not start:\n" + log);
      }
      Thread.sleep(50);
    }
  }

  private boolean ready() throws InterruptedException {
    try {
      URI health = URI.create(address + "/health");
      return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  /** Where it keeps everything. */
  Path data() {
    return home.resolve("data");
  }

  Path log() {
    return home.resolve("log");
  }

  /** The processes that the hub started and that live now. */
  List<ProcessHandle> descendants() {
    return process.descendants().collect(Collectors.toList());
  }

  void register() throws IOException, InterruptedException {
    token = field(register("bench@example.com"), "accessToken");
  }

  /** One more account; answers its session as JSON. */
  String register(String email) throws IOException, InterruptedException {
    String account = "{\"email\":\"%s\",\"password\":\"bench-mark-1\"}";
    return post("/api/auth/register", account.formatted(email));
  }

  String address() {
    return address;
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends the bytes straight to the store, to be encoded as fast; answers what {@code complete} and {@code await} take. */
  Upload upload(File file) throws IOException, InterruptedException {
    String type = "application/octet-stream";
    String body = "{\"filename\":\"%s\",\"contentType\":\"%s\",\"size\":%d,\"profile\":\"fast\"}";
    String answer =
        post("/api/uploads/initiate", body.formatted(file.getName(), type, file.length()));
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(field(answer, "url")))
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofFile(file.toPath()))
            .build();
    expect2xx(http.send(put, BodyHandlers.ofString()));
    return new Upload(field(answer, "uploadId"), field(answer, "assetId"));
  }

  void complete(Upload upload) throws IOException, InterruptedException {
    post("/api/uploads/complete", "{\"uploadId\":\"" + upload.id() + "\"}");
  }

  /** Waits until the asset is complete or failed; answers it as JSON. Asking costs the hub, too. */
  String await(Upload upload) throws IOException, InterruptedException {
    while (true) {
      String asset = get("/api/assets/" + upload.asset());
      if (field(asset, "status").matches("complete|failed")) {
        return asset;
      }
      Thread.sleep(200);
    }
  }

  /** Waits until nothing more is made beside the renditions, so that what follows has the machine. */
  void settle(Upload upload) throws IOException, InterruptedException {
    while (get("/api/assets/" + upload.asset())
        .matches("(?s).*\"sideTasks\"\\s*:[^\\]]*\"(queued|running)\".*")) {
      Thread.sleep(200);
    }
  }

  /** Takes back what is not wanted any more; its workers stop within a second or two. */
  void delete(Upload upload) throws IOException, InterruptedException {
    send(request("/api/assets/" + upload.asset()).DELETE());
  }

  /** What an address that the hub gave answers, redirects followed. */
  byte[] fetch(URI address) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(answer + ": " + new String(answer.body()));
    }
    return answer.body();
  }

  String post(String path, String json) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  String get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return expect2xx(http.send(request.build(), BodyHandlers.ofString()));
  }

  private static String expect2xx(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(answer + ": " + answer.body());
    }
    return answer.body();
  }

  /** The first text of that name; the answers read here are flat enough for it. */
  static String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("No " + name + " in " + json);
    }
    return found.group(1);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (process == null) {
      return;
    }
    process.destroy();
    process.waitFor();
    try (var files = Files.walk(home)) {
      files.sorted((one, other) -> other.compareTo(one)).forEach(path -> path.toFile().delete());
    }
  }

  /** An upload under way. */
  record Upload(String id, String asset) {}
}
