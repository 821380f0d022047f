package aln.fetch;

import aln.intake.Intake;
import aln.outbound.AddressRefused;
import aln.outbound.OutboundCall;
import aln.outbound.OutboundResponse;
import aln.problems.Problem;
import aln.storage.Part;
import aln.uploads.UploadLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Carries a file from its server into the parts of its upload. What the store has of it already is
 * not fetched again, as long as the server can send the rest of the very same file.
 */
@Component
public class Transfers {

  private final Courses courses;
  private final Stock stock;
  private final WebSources sources;
  private final Carriage carriage;
  private final UploadLimits limits;
  private final Intake intake;

  Transfers(
      Courses courses,
      Stock stock,
      WebSources sources,
      Carriage carriage,
      UploadLimits limits,
      Intake intake) {
    this.courses = courses;
    this.stock = stock;
    this.sources = sources;
    this.carriage = carriage;
    this.limits = limits;
    this.intake = intake;
  }

  /**
   * Returns when all parts are in the store.
   *
   * @throws FetchStopped when it is not this process's turn any more
   * @throws Problem when the hub does not take the file, or the server does not give it
   * @throws SourceFailed when the server failed; it may not the next time
   */
  public void carry(Fetch fetch) throws SourceFailed {
    Course course = courses.of(fetch);
    try {
      List<Part> parts = stock.partsOf(fetch);
      if (!stock.isWhole(fetch, parts)) {
        fetch(fetch, course, Stock.usable(fetch, parts));
      }
    } catch (AddressRefused refused) {
      throw Problem.unprocessable(refused.code(), refused.getMessage());
    } catch (SourceFailed | RuntimeException failed) {
      course.check(); // whoever ended it is why it failed
      throw failed;
    }
  }

  private void fetch(Fetch fetch, Course course, Stored stored) throws SourceFailed {
    course.begin(stored.bytes());
    try (OutboundCall call = sources.ask(fetch, stored)) {
      course.runs(call);
      try (OutboundResponse response = WebSources.open(call, fetch)) {
        take(fetch, course, stored, response);
      }
    }
  }

  private void take(Fetch fetch, Course course, Stored stored, OutboundResponse response)
      throws SourceFailed {
    Stretch stretch = Stretch.of(response::header);
    boolean rest = response.status() == 206 && stored.bytes() > 0;
    if (rest && stretch != null && stretch.goesOn(stored, fetch, response::header)) {
      carriage.goOn(fetch, course, stored, response);
    } else if (response.status() == 200) {
      Offer offer = Offer.of(response, fetch, limits);
      intake.admitFile(offer.size() == null ? 0 : offer.size());
      course.begin(0);
      carriage.begin(fetch, course, offer, response);
    } else if (rest || (response.status() == 416 && stored.bytes() > 0)) {
      stock.forget(fetch);
      throw new SourceFailed("The file has changed on its server meanwhile.", null, Duration.ZERO);
    } else {
      Answers.refuse(
          response.status(),
          response.address().getHost(),
          response.header("Retry-After"),
          Instant.now());
    }
  }
}
