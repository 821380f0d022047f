package aln.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class UploadTest {

  private static final long TERABYTE = 1L << 40;

  /** The rules of S3: at most 10 000 parts, of at least 5 MiB each but the last. */
  @Property
  void partsAreWhatS3TakesAndAllOfTheFile(
      @ForAll @LongRange(min = 1, max = 5 * TERABYTE) long size) {
    Upload upload = parted(size);
    assertThat(upload.parts()).isBetween(1, 10_000);
    long sum = IntStream.rangeClosed(1, upload.parts()).mapToLong(upload::sizeOf).sum();
    assertThat(sum).isEqualTo(size);
    assertThat(IntStream.range(1, upload.parts()).mapToLong(upload::sizeOf))
        .allMatch(each -> each >= 5 << 20 && each <= 5L << 30);
    assertThat(upload.sizeOf(upload.parts())).isPositive();
  }

  @Test
  void aFileOfExactlyTwoPartsHasNoEmptyThird() {
    Upload upload = parted(10 << 20);
    assertThat(upload.parts()).isEqualTo(2);
    assertThat(upload.sizeOf(2)).isEqualTo(5 << 20);
    assertThatThrownBy(() -> upload.sizeOf(3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatComesWholeHasNoParts() {
    Upload upload = upload(10, null);
    assertThat(upload.parts()).isZero();
    assertThatThrownBy(() -> upload.sizeOf(1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Upload parted(long size) {
    var request = new CreateMultipart("f.mov", "", Map.of("size", Long.toString(size)));
    assertThat(request.contentType()).isEqualTo("application/octet-stream");
    return upload(size, request.partSize());
  }

  private static Upload upload(long size, Long partSize) {
    UUID id = UUID.randomUUID();
    return new Upload(
        id, id, id, "multipart", "open", size, "video/mp4", partSize, null, "key", Instant.MAX);
  }
}
