package aln.media.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import aln.media.FrameRate;
import aln.media.pictures.Footage.Clip;
import aln.media.plan.MakeStoryboard;
import aln.media.plan.Reel;
import aln.media.plan.VideoRendition;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StoryboardTest {

  private static final long SECOND = 1_000_000;

  @Test
  void tellsThePlaceOfEveryTileAsWebVtt() {
    assertThat(board(11 * SECOND + 250_000).vtt(sheet -> "storyboard/" + sheet + ".jpg"))
        .isEqualTo(
            """
            WEBVTT

            00:00:00.000 --> 00:00:01.000
            storyboard/0.jpg#xywh=0,0,160,90

            00:00:01.000 --> 00:00:02.000
            storyboard/0.jpg#xywh=160,0,160,90

            00:00:02.000 --> 00:00:03.000
            storyboard/0.jpg#xywh=320,0,160,90

            00:00:03.000 --> 00:00:04.000
            storyboard/0.jpg#xywh=480,0,160,90

            00:00:04.000 --> 00:00:05.000
            storyboard/0.jpg#xywh=640,0,160,90

            00:00:05.000 --> 00:00:06.000
            storyboard/0.jpg#xywh=800,0,160,90

            00:00:06.000 --> 00:00:07.000
            storyboard/0.jpg#xywh=960,0,160,90

            00:00:07.000 --> 00:00:08.000
            storyboard/0.jpg#xywh=1120,0,160,90

            00:00:08.000 --> 00:00:09.000
            storyboard/0.jpg#xywh=1280,0,160,90

            00:00:09.000 --> 00:00:10.000
            storyboard/0.jpg#xywh=1440,0,160,90

            00:00:10.000 --> 00:00:11.000
            storyboard/0.jpg#xywh=0,90,160,90

            00:00:11.000 --> 00:00:11.250
            storyboard/0.jpg#xywh=160,90,160,90
            """);
  }

  @Test
  void countsTheSheetsOfALongFilm() {
    String vtt = board(2 * 3600 * SECOND).vtt(sheet -> sheet + ".jpg");
    assertThat(vtt)
        .contains("00:16:30.000 --> 00:16:40.000\n0.jpg#xywh=1440,810,160,90\n")
        .contains("00:16:40.000 --> 00:16:50.000\n1.jpg#xywh=0,0,160,90\n")
        .endsWith("01:59:50.000 --> 02:00:00.000\n7.jpg#xywh=1440,90,160,90\n");
  }

  @Property
  void hasATileForEveryMomentAndBoundedSheets(
      @ForAll @LongRange(min = 1, max = 12 * 3600 * SECOND) long duration) {
    Footage footage = footage(duration);
    Storyboard board = Storyboard.of(spec(), footage);
    long interval = board.intervalMicros();
    assertThat(interval % SECOND).isZero();
    assertThat(interval).isGreaterThanOrEqualTo(SECOND);
    if (duration <= 10_000 * SECOND) {
      assertThat(interval).isLessThanOrEqualTo(10 * SECOND);
    }
    assertThat((board.tiles() - 1) * interval).isLessThan(duration);
    assertThat(board.tiles() * interval).isGreaterThanOrEqualTo(duration);
    List<Sheet> sheets = board.sheets(footage);
    assertThat(sheets.size()).isBetween(1, 10);
    assertThat(sheets.stream().mapToInt(Sheet::tiles).sum()).isEqualTo(board.tiles());
    for (Sheet sheet : sheets) {
      assertThat(sheet.clips().size()).isBetween(1, Storyboard.PER_SHEET);
      if (sheet.keyFrames()) {
        assertThat(sheet.clips()).hasSize(sheet.tiles());
      } else {
        gapless(sheet.clips());
      }
    }
  }

  @Property
  void asksForNoClipTwiceInASheet(@ForAll @LongRange(min = 1, max = 3600 * SECOND) long duration) {
    Footage footage = footage(duration);
    Storyboard.of(spec(), footage)
        .sheets(footage)
        .forEach(sheet -> assertThat(sheet.clips()).doesNotHaveDuplicates());
  }

  @Test
  void comesBackFromItsRowAsItWas() throws JsonProcessingException {
    Storyboard board = board(30 * SECOND);
    ObjectMapper json = new ObjectMapper();
    String row = json.writeValueAsString(board);
    assertThat(row).doesNotContain("\"width\"");
    assertThat(json.readValue(row, Storyboard.class)).isEqualTo(board);
  }

  @Test
  void needsSomethingToLookAt() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Footage("init", List.of()));
  }

  @Test
  void spreadsClipsOverTheWholeVideo() {
    assertThat(footage(100 * 4 * SECOND).spread(4))
        .extracting(clip -> clip.startMicros() / (4 * SECOND))
        .containsExactly(12L, 37L, 62L, 87L);
    assertThat(footage(9 * SECOND).spread(4)).hasSize(3);
  }

  private static void gapless(List<Clip> clips) {
    for (int i = 1; i < clips.size(); i++) {
      assertThat(clips.get(i).startMicros()).isEqualTo(clips.get(i - 1).endMicros());
    }
  }

  private static Storyboard board(long duration) {
    return Storyboard.of(spec(), footage(duration));
  }

  private static MakeStoryboard spec() {
    var rendition =
        new VideoRendition("360p", 640, 360, FrameRate.of(24, 1), "avc1", 30, 800_000, 1_200_000);
    return new MakeStoryboard(new Reel(rendition, 96), 160, 90);
  }

  /** Segments of four seconds; the last one may be shorter. */
  private static Footage footage(long duration) {
    List<Clip> clips = new ArrayList<>();
    for (long start = 0; start < duration; start += 4 * SECOND) {
      clips.add(new Clip("s" + start, start, Math.min(4 * SECOND, duration - start)));
    }
    return new Footage("init", clips);
  }
}
