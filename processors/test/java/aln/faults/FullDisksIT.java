package aln.faults;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A worker without room leaves the work to one that has some. */
@Faults
class FullDisksIT {

  @Test
  @DisplayName("disk full before the work begins")
  void fullBeforeTheWorkBegins(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node worker = scene.arena().first();
    scene.arena().scratch().fill(worker);
    scene.struck();
    scene.upload(Film.FILM);
    scene.upload(Film.FILM);
    scene.endsWell();
  }

  @Test
  @DisplayName("disk filled by somebody else mid-encode")
  void filledMidEncode(Scene scene) throws Exception {
    scene.with(Film.FILM);
    Node worker = scene.arena().first();
    worker.encoder().slow();
    scene.upload(Film.FILM);
    scene.awaitEncoding(worker);
    scene.arena().scratch().fill(worker);
    scene.struck();
    scene.endsWell();
  }
}
