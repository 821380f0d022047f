package aln.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import aln.hub.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must hold after every scenario, for all that its account has brought in:
 *
 * <ul>
 *   <li>no accepted upload is lost, and nothing is left to be done;
 *   <li>the database equals that of a run without any fault: so every asset has exactly one
 *       published version, or failed for the same reason; and, as a mistake of the code would be in
 *       both, a {@link Watch} has seen nothing published or shown before it was whole;
 *   <li>every object that a row refers to is there, with its size;
 *   <li>after the sweep the store holds what it holds after a run without any fault, and no more,
 *       and nothing that no row refers to.
 * </ul>
 */
record Verdict(Outcome outcome, Store store, Films films) {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration SWEEP = Duration.ofSeconds(20);

  /**
   * @param bytes null where the row does not say it
   * @param required false where it may still come
   */
  record Reference(String bucket, String key, @Nullable Long bytes, boolean required) {

    String name() {
      return bucket + "/" + key;
    }
  }

  void awaitSettled() {
    outcome.awaitSettled(PATIENCE);
  }

  /**
   * @param accepted every upload that the hub has accepted
   */
  void holds(Map<UUID, Film> accepted) {
    Map<UUID, String> dumps = outcome.dumps();
    accepted.forEach(
        (asset, film) ->
            assertThat(dumps.get(asset))
                .as("%s is to be without %s", film.filename(), differences(dumps, asset, film))
                .isEqualTo(films.undisturbed(film).rows()));
    assertNothingIsMissing();
    await("the sweeper leaves what an undisturbed run leaves")
        .atMost(SWEEP)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertNothingIsLeftOver(accepted));
    assertNothingIsMissing();
  }

  /** The lines of the dump that an undisturbed run does not have. */
  private List<String> differences(Map<UUID, String> dumps, UUID asset, Film film) {
    List<String> wanted = films.undisturbed(film).rows().lines().toList();
    return dumps
        .getOrDefault(asset, "")
        .lines()
        .filter(line -> !wanted.contains(line))
        .map(String::strip)
        .toList();
  }

  private void assertNothingIsMissing() {
    Map<String, Long> there = new Listing(store, outcome.account()).sizes();
    for (Reference reference : references()) {
      String name = reference.name();
      if (reference.required()) {
        assertThat(there).as("what a row refers to").containsKey(name);
      }
      if (reference.required() && reference.bytes() != null) {
        assertThat(there.get(name)).as("size of %s", name).isEqualTo(reference.bytes());
      }
    }
  }

  private void assertNothingIsLeftOver(Map<UUID, Film> accepted) {
    assertThat(new Listing(store, outcome.account()).sizes().keySet())
        .as("objects in the store, none that no row refers to")
        .isSubsetOf(references().stream().map(Reference::name).toList());
    Map<UUID, List<String>> there = new Listing(store, outcome.account()).canonical();
    accepted.forEach(
        (asset, film) ->
            assertThat(there.get(asset))
                .as("objects of %s, %s", film.filename(), asset)
                .isEqualTo(films.undisturbed(film).objects()));
  }

  private List<Reference> references() {
    return outcome
        .rows()
        .of("referenced-objects")
        .param("owner", outcome.account())
        .query(Reference.class)
        .list();
  }
}
