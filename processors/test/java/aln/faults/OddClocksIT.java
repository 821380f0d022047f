package aln.faults;

import aln.testing.RealServers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Leases and pauses go by the database's clock, so nobody else's matters. */
@Faults
class OddClocksIT {

  @Test
  @DisplayName("the workers' clocks are ten minutes fast and slow")
  void tenMinutesApart(Scene scene) throws Exception {
    String library = RealServers.faketime().getPath();
    scene.with(Film.FILM);
    scene.arena().first().kill();
    scene.arena().first().launch(clock(library, "+600"));
    scene.arena().second().kill();
    scene.arena().second().launch(clock(library, "-600"));
    for (Node worker : scene.arena().workers()) {
      worker.awaitReady();
    }
    scene.struck();
    scene.upload(Film.FILM);
    scene.upload(Film.FILM);
    for (Node worker : scene.arena().workers()) {
      scene.awaitTask("each works", task -> scene.isOf(worker, task));
    }
    scene.endsWellRepeating(0);
  }

  private static Map<String, String> clock(String library, String seconds) {
    return Map.of(
        "LD_PRELOAD",
        library,
        "FAKETIME",
        seconds,
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0"); // the JVM's timed waits need no mending
  }
}
