package aln.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.problems.Problem;
import aln.uploads.UploadLimits;
import aln.uploads.UploadSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.MimeType;
import org.springframework.util.unit.DataSize;

class OfferTest {

  private static final UploadLimits LIMITS =
      new UploadLimits(
          new UploadSettings(
              DataSize.ofBytes(1000),
              Stream.of("video/*", "audio/*", "image/*", "application/octet-stream")
                  .map(MimeType::valueOf)
                  .toList(),
              DataSize.ofBytes(0),
              Duration.ofHours(1),
              Duration.ofHours(1)));

  private static final Fetch FETCH = FetchTest.fetch(null, null);

  private static Offer offer(Map<String, String> headers) {
    return Offer.of(headers::get, FETCH, LIMITS);
  }

  private static void assertRefused(Map<String, String> headers, String code) {
    assertThatThrownBy(() -> offer(headers))
        .isInstanceOf(Problem.class)
        .extracting(each -> ((Problem) each).code())
        .isEqualTo(code);
  }

  @Test
  void readsWhatTheServerSays() {
    Offer offer =
        offer(
            Map.of(
                "Content-Length", "1000",
                "Content-Type", "video/mp4; codecs=avc1",
                "Content-Disposition", "attachment; filename*=UTF-8''Le%20caf%C3%A9.mp4",
                "ETag", "\"one\""));
    assertThat(offer).isEqualTo(new Offer(1000L, "video/mp4", "\"one\"", "Le café.mp4"));
  }

  @Test
  void doesWithoutWhatItDoesNotSay() {
    assertThat(offer(Map.of()))
        .isEqualTo(new Offer(null, "application/octet-stream", null, "film.mkv"));
  }

  @ParameterizedTest
  @CsvSource({
    "video/mp4, video/mp4",
    "VIDEO/MP4; x=y, video/mp4",
    "binary/octet-stream, application/octet-stream",
    "application/force-download, application/octet-stream",
    "'', application/octet-stream",
    "nonsense, application/octet-stream",
    "text/plain, video/x-matroska",
    "application/zip, video/x-matroska"
  })
  void serversThatKnowLittleOfMediaAreNoHindrance(String header, String type) {
    assertThat(offer(Map.of("Content-Type", header)).contentType()).isEqualTo(type);
  }

  @Test
  void refusesWhatIsNoFileOfMedia() {
    assertRefused(Map.of("Content-Type", "text/html; charset=utf-8"), "not-a-file");
    assertRefused(
        Map.of("Content-Type", "application/pdf", "Content-Disposition", "inline; filename=a.pdf"),
        "unsupported-type");
  }

  @Test
  void refusesBytesThatArePackedForTheWay() {
    assertRefused(
        Map.of("Content-Type", "video/mp4", "Content-Encoding", "gzip"), "content-encoded");
    assertThat(offer(Map.of("Content-Encoding", "identity")).size()).isNull();
  }

  @Test
  void refusesWhatIsTooLargeOrEmpty() {
    assertRefused(Map.of("Content-Length", "1001"), "too-large");
    assertRefused(Map.of("Content-Length", "0"), "empty-file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          "one"   | -                             | -                             | "one"
          W/"one" | -                             | -                             | -
          one     | -                             | -                             | -
          -       | Sat, 21 Nov 2026 10:00:00 GMT | Sat, 21 Nov 2026 10:01:01 GMT | Sat, 21 Nov 2026 10:00:00 GMT
          -       | Sat, 21 Nov 2026 10:00:00 GMT | Sat, 21 Nov 2026 10:00:30 GMT | -
          -       | Sat, 21 Nov 2026 10:00:00 GMT | -                             | -
          -       | yesterday                     | today                         | -
          """)
  void knowsAFileAgainOnlyByWhatIsStrong(
      String tag, String modified, String date, String validator) {
    var headers = new java.util.HashMap<String, String>();
    headers.put("ETag", tag);
    headers.put("Last-Modified", modified);
    headers.put("Date", date);
    assertThat(Offer.validator(headers::get)).isEqualTo(validator);
  }

  @ParameterizedTest
  @CsvSource({
    "https://films.example/a/film.mkv?x=y, film.mkv",
    "https://films.example/a/b%2Fc%5Cd.mp4, d.mp4",
    "https://films.example/a%00b.mp4, a b.mp4",
    "https://films.example/a/, a",
    "https://films.example/, films.example",
    "https://films.example/%2E%2E%2F, films.example"
  })
  void isNamedAfterItsAddress(URI address, String name) {
    assertThat(FileName.of(address)).isEqualTo(name);
  }

  @Test
  void aNameIsNoPath() {
    assertThat(FileName.in("attachment; filename=\"../../etc/passwd\"")).contains("passwd");
    assertThat(FileName.in("attachment; filename=\"..\"")).isEmpty();
    assertThat(FileName.in("attachment; filename*=nonsense'")).isEmpty();
    assertThat(FileName.in("x".repeat(300))).isEmpty();
    assertThat(List.of(FileName.in(null), FileName.in("attachment")))
        .allMatch(each -> each.isEmpty());
  }
}
