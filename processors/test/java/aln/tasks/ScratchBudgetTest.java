package aln.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.media.FrameRate;
import aln.media.Studio;
import aln.media.plan.AudioRendition;
import aln.media.plan.EncodeAudio;
import aln.media.plan.MakePreview;
import aln.media.plan.MakeStoryboard;
import aln.media.plan.MakeThumbnails;
import aln.media.plan.Reel;
import aln.media.plan.VideoRendition;
import aln.sql.Json;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchBudgetTest {

  private static final long MB = 1_048_576;
  private static final long RESERVE = 512 * MB;

  @TempDir Path folder;
  private final ObjectMapper mapper = new ObjectMapper();
  private final Footprint footprint = new Footprint(new Json(mapper), Studio.SETTINGS);
  private long usable = 10_000 * MB;

  @Test
  void guessesWhatATaskWrites() throws Exception {
    long hour = 3600L * 128_000 / 8;
    assertThat(footprint.of("encode-audio", audio(3600), 0))
        .isBetween(hour + hour / 10, hour + hour / 2 + 20_000_000);
    assertThat(footprint.of("encode-audio", audio(0), 0)).isGreaterThan(hour);
    assertThat(footprint.of("encode-video", "{}", 0)).isPositive();
    assertThat(footprint.of("make-poster", "{}", 0)).isLessThan(50 * MB);
    assertThat(footprint.of("remux-source", "{}", 9_000 * MB)).isBetween(200 * MB, 300 * MB);
    assertThat(footprint.of("remux-source", "{}", MB)).isLessThan(25 * MB);
  }

  @Test
  void guessesWhatIsBroughtBackToTakePicturesFrom() throws Exception {
    var rendition =
        new VideoRendition("360p", 640, 360, FrameRate.of(25, 1), "avc1", 30, 800_000, 1_200_000);
    Reel reel = new Reel(rendition, 100);
    String sheet = mapper.writeValueAsString(new MakeStoryboard(reel, 160, 90));
    String stills = mapper.writeValueAsString(new MakeThumbnails(reel, null));
    String preview = mapper.writeValueAsString(new MakePreview(reel, 640, 360));
    assertThat(footprint.of("make-storyboard", sheet, 0)).isBetween(100 * MB, 200 * MB);
    assertThat(footprint.of("make-thumbnails", stills, 0)).isBetween(25 * MB, 50 * MB);
    assertThat(footprint.of("make-preview", preview, 0)).isBetween(20 * MB, 30 * MB);
  }

  @Test
  void takesWhatFitsAboveTheReserve() throws Exception {
    Work work = work(audio(3600));
    long needed = footprint.of("encode-audio", work.spec(), 0);
    ScratchBudget budget = budget();
    usable = RESERVE + needed;
    assertThatCode(() -> budget.reserve(work)).doesNotThrowAnyException();
    usable = RESERVE + needed - 1;
    assertThatThrownBy(() -> budget().reserve(work))
        .isInstanceOf(ScratchFull.class)
        .hasMessageContaining("ALN_SCRATCH_DIR");
  }

  @Test
  void countsWhatOthersHaveAnnouncedAndNotYetWritten() throws Exception {
    Work first = work(audio(3600));
    Work second = work(audio(3600));
    long needed = footprint.of("encode-audio", first.spec(), 0);
    usable = RESERVE + 2 * needed - MB;
    ScratchBudget budget = budget();
    budget.reserve(first);
    assertThatThrownBy(() -> budget.reserve(second)).isInstanceOf(ScratchFull.class);

    Files.createDirectories(first.directory().toPath());
    Files.write(first.directory().toPath().resolve("audio-1.mp4"), new byte[(int) (2 * MB)]);
    assertThatCode(() -> budget.reserve(second)).doesNotThrowAnyException();
  }

  @Test
  void givesTheRoomBackAfterTheWork() throws Exception {
    Work first = work(audio(3600));
    usable = RESERVE + footprint.of("encode-audio", first.spec(), 0);
    ScratchBudget budget = budget();
    budget.reserve(first);
    budget.free(first);
    assertThatCode(() -> budget.reserve(work(audio(3600)))).doesNotThrowAnyException();
  }

  @Test
  void isUsedUpBelowTheReserve() {
    usable = RESERVE;
    assertThat(budget().isUsedUp()).isFalse();
    usable = RESERVE - 1;
    assertThat(budget().isUsedUp()).isTrue();
  }

  private ScratchBudget budget() {
    return new ScratchBudget(footprint, () -> usable, Settings.in(new File(".")));
  }

  private String audio(int seconds) throws Exception {
    var rendition = new AudioRendition("audio-1", null, "Sound", true, 2, 128_000, "mp4a.40.2");
    return mapper.writeValueAsString(
        new EncodeAudio(1, 0, seconds * 1_000_000L, 0, 188, rendition));
  }

  private Work work(String spec) {
    UUID task = UUID.randomUUID();
    return new Work(
        new Claim(task, UUID.randomUUID(), UUID.randomUUID(), "encode-audio", 1, 1),
        1,
        4,
        spec,
        URI.create("http://localhost/source"),
        1,
        folder.resolve(task.toString()).toFile(),
        "prefix/");
  }
}
