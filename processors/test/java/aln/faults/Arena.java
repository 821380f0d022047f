package aln.faults;

import static org.awaitility.Awaitility.await;

import aln.hub.Broker;
import aln.hub.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A hub without workers and two workers, on one stack, for one scenario after the other.
 *
 * @param films what is uploaded
 */
record Arena(Stack stack, Node hub, Node first, Node second, Films films, Scratch scratch)
    implements AutoCloseable {

  private static final String ALL_BUT_WORKERS =
      "gateway,ingestion,jobs,content,playback,notifications,operations";

  /** Kinds of which each worker does one at a time. */
  private static final List<String> ONE_AT_A_TIME =
      List.of("encode-video", "encode-audio", "make-poster", "make-download");

  /** Quick to notice, and the same bytes whenever the same film is encoded. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("ALN_TASK_LEASE", "5s"),
          Map.entry("ALN_TASK_RENEW", "300"),
          Map.entry("ALN_TASK_REAP", "300"),
          Map.entry("ALN_TASK_PAUSE", "200ms"),
          Map.entry("ALN_TASK_ATTEMPTS", "3"),
          Map.entry("ALN_FFMPEG_THREADS", "1"),
          Map.entry(
              "ALN_MEDIA_LADDER", "fast"), // looks ahead so little that a chunk shows progress
          Map.entry("ALN_MEDIA_SEGMENT_LENGTH", "1s"),
          Map.entry("ALN_MEDIA_CHUNK_LENGTH", "2s"),
          Map.entry("ALN_DROP_POLL", "500ms"),
          Map.entry("ALN_DROP_SETTLE", "1s"),
          Map.entry("ALN_SWEEP_PERIOD", "1s"),
          Map.entry("ALN_SWEEP_GRACE", "8s"),
          Map.entry("ALN_SHUTDOWN_TIMEOUT", "3"));

  static Arena start(Stack stack, Path folder) throws IOException {
    stack.start();
    var scratch = Scratch.in(folder.resolve("scratch"));
    Map<String, String> hub = new HashMap<>(SETTINGS);
    hub.put("ALN_HTTP_PORT", Integer.toString(Ports.free()));
    Map<String, String> small = new HashMap<>(SETTINGS);
    small.put("ALN_SCRATCH_DIR", scratch.folder().toString());
    small.put("ALN_SCRATCH_RESERVE", "8MB");
    var arena =
        new Arena(
            stack,
            new Node(stack, folder.resolve("hub"), ALL_BUT_WORKERS, hub, List.of()),
            new Node(stack, folder.resolve("first"), "processing", small, scratch.wrapper()),
            new Node(stack, folder.resolve("second"), "processing", SETTINGS, List.of()),
            new Films(folder.resolve("films")),
            scratch);
    arena.nodes().forEach(Node::awaitReady);
    return arena;
  }

  List<Node> nodes() {
    return List.of(hub, first, second);
  }

  List<Node> workers() {
    return List.of(first, second);
  }

  /**
   * Whole again, whatever the last scenario has left.
   *
   * @param anew whether no process of the hub can be trusted any more
   */
  void heal(boolean anew) throws Exception {
    for (Server server : stack.all()) {
      if (!server.isRunning()) {
        server.restart();
      }
    }
    for (Node node : nodes()) {
      node.heal(anew);
    }
    scratch.free(first);
    nodes().forEach(Node::awaitReady);
    awaitWorkers();
  }

  /** Whoever has lost the broker is ready again some seconds before it takes tasks. */
  private void awaitWorkers() throws Exception {
    try (Broker messages = stack.messages()) {
      for (String kind : ONE_AT_A_TIME) {
        await("both workers take " + kind)
            .atMost(Duration.ofSeconds(60))
            .until(() -> messages.consumers("aln." + kind) == workers().size());
      }
    }
  }

  @Override
  public void close() throws Exception {
    for (Node node : nodes()) {
      node.close();
    }
    stack.close();
  }
}
