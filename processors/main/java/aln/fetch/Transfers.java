package aln.fetch;

import aln.intake.Intake;
import aln.outbound.AddressRefused;
import aln.outbound.OutboundCall;
import aln.outbound.OutboundClient;
import aln.outbound.OutboundRequest;
import aln.outbound.OutboundResponse;
import aln.problems.Problem;
import aln.storage.Multiparts;
import aln.storage.Multiparts.Part;
import aln.storage.Objects;
import aln.uploads.UploadLimits;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.springframework.stereotype.Component;

/**
 * Carries a file from its server into the parts of its upload. What the store has of it already is
 * not fetched again, as long as the server can send the rest of the very same file.
 */
@Component
public class Transfers {

  private final Courses courses;
  private final Fetches fetches;
  private final OutboundClient client;
  private final Multiparts multiparts;
  private final Objects objects;
  private final Carriage carriage;
  private final UploadLimits limits;
  private final Intake intake;
  private final FetchSettings settings;

  Transfers(
      Courses courses,
      Fetches fetches,
      OutboundClient client,
      Multiparts multiparts,
      Objects objects,
      Carriage carriage,
      UploadLimits limits,
      Intake intake,
      FetchSettings settings) {
    this.courses = courses;
    this.fetches = fetches;
    this.client = client;
    this.multiparts = multiparts;
    this.objects = objects;
    this.carriage = carriage;
    this.limits = limits;
    this.intake = intake;
    this.settings = settings;
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
      fetch(fetch, course);
    } catch (AddressRefused refused) {
      throw Problem.unprocessable(refused.code(), refused.getMessage());
    } catch (SourceFailed | RuntimeException failed) {
      course.check(); // whoever ended it is why it failed
      throw failed;
    }
  }

  private void fetch(Fetch fetch, Course course) throws SourceFailed {
    List<Part> parts = partsOf(fetch);
    if (hasArrived(fetch, parts)) {
      return;
    }
    Duration left = Duration.between(Instant.now(), fetch.endsAt());
    if (left.isNegative()) {
      throw Problem.unprocessable(
          "source-too-slow",
          "The file has not come within %d hours. Bring it again, or download it and upload it from your machine."
              .formatted(settings.time().toHours()));
    }
    Stored stored =
        fetch.validator() == null || fetch.partSize() == null
            ? Stored.NOTHING
            : Stored.of(parts, fetch.partSize());
    course.begin(stored.bytes());
    OutboundCall call =
        client.call(
            OutboundRequest.get(fetch.uri(), headers(fetch, stored), settings.silence(), left));
    course.runs(call);
    try (call;
        OutboundResponse response = open(call, fetch)) {
      take(fetch, course, stored, response);
    }
  }

  private static OutboundResponse open(OutboundCall call, Fetch fetch) throws SourceFailed {
    try {
      return call.open();
    } catch (SSLPeerUnverifiedException | SSLHandshakeException untrusted) {
      if (untrusted instanceof SSLHandshakeException
          && !(untrusted.getCause() instanceof CertificateException)) {
        throw new SourceFailed(fetch.uri().getHost() + " cannot be reached.", untrusted);
      }
      throw Problem.unprocessable(
          "source-not-trusted",
          "%s shows a certificate that is not its own, has run out or is signed by nobody the hub knows. Name an address whose https works in a browser."
              .formatted(fetch.uri().getHost()));
    } catch (IOException away) {
      throw new SourceFailed(fetch.uri().getHost() + " cannot be reached.", away);
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
      forget(fetch);
      throw new SourceFailed("The file has changed on its server meanwhile.", null, Duration.ZERO);
    } else {
      Answers.refuse(
          response.status(),
          response.address().getHost(),
          response.header("Retry-After"),
          Instant.now());
    }
  }

  /** The next attempt begins anew. */
  private void forget(Fetch fetch) {
    if (fetch.storeId() != null) {
      multiparts.abort(fetch.source(), fetch.storeId());
    }
  }

  private List<Part> partsOf(Fetch fetch) {
    return Optional.ofNullable(fetch.storeId())
        .flatMap(id -> multiparts.parts(fetch.source(), id))
        .orElse(List.of());
  }

  /** All parts are there, or were put together by somebody who died before they could say so. */
  private boolean hasArrived(Fetch fetch, List<Part> parts) {
    Long promised = fetch.promised();
    if (promised == null || fetch.storeId() == null) {
      return false;
    }
    return parts.isEmpty()
        ? objects.head(fetch.source()).filter(found -> found.size() == promised).isPresent()
        : Stored.isAll(parts, promised);
  }

  private static Map<String, String> headers(Fetch fetch, Stored stored) {
    return stored.bytes() == 0 || fetch.validator() == null
        ? Map.of("Accept-Encoding", "identity")
        : Map.of(
            "Accept-Encoding",
            "identity",
            "Range",
            "bytes=" + stored.bytes() + "-",
            "If-Range",
            fetch.validator());
  }
}
