package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;

import aln.hub.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** The films on disk, and what each of them becomes when nothing disturbs the hub. */
final class Films {

  private final Path folder;
  private final Map<Film, Result> undisturbed = new EnumMap<>(Film.class);

  /**
   * What a film has become.
   *
   * @param rows as the canonical dump shows them
   * @param objects in the store, with their sizes
   */
  record Result(String rows, List<String> objects) {}

  Films(Path folder) {
    this.folder = folder;
  }

  Path file(Film film) {
    return film.in(folder);
  }

  /** Announces it, sends the bytes, and says that they are there, until the hub has accepted it. */
  UUID upload(Film film, Api account) {
    Path file = file(film);
    JsonNode upload =
        insist(() -> account.initiate(file.getFileName().toString(), file.toFile().length()));
    Api.put(upload, file);
    insist(() -> account.complete(upload).expect(202));
    return UUID.fromString(upload.path("assetId").asText());
  }

  /** As a client whose hub is just being started anew. */
  static <T> T insist(Callable<T> request) {
    return Awaitility.await("the hub accepts an upload")
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsMatching(e -> true)
        .until(request, answer -> true);
  }

  /** What a film is to become. */
  Result undisturbed(Film film) {
    Result result = undisturbed.get(film);
    if (result == null) {
      throw new IllegalStateException(film + " was never brought in without a fault");
    }
    return result;
  }

  /** Brings in, without any fault, those that have not been yet. */
  void learn(URI hub, Stack stack, Film... films) {
    Map<UUID, Film> fresh = new HashMap<>();
    Api account = Api.register(hub);
    for (Film film : films) {
      if (!undisturbed.containsKey(film)) {
        fresh.put(upload(film, account), film);
      }
    }
    if (!fresh.isEmpty()) {
      UUID owner = UUID.fromString(account.id());
      var outcome = new Outcome(stack.rows(), owner);
      outcome.awaitSettled(Duration.ofMinutes(2));
      assertThat(outcome.repeated()).as("tasks done again without a fault").isZero();
      var listing = new Listing(stack.objects(), owner);
      Awaitility.await("the pieces of sources are swept")
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  listing.sizes().keySet().stream()
                      .noneMatch(key -> key.contains("/remux-source-")));
      Map<UUID, List<String>> objects = listing.canonical();
      outcome
          .dumps()
          .forEach(
              (asset, rows) ->
                  undisturbed.put(fresh.get(asset), new Result(rows, objects.get(asset))));
    }
  }
}
