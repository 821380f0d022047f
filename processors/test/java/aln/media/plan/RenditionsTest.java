package aln.media.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import aln.media.FrameRate;
import aln.media.Studio;
import aln.media.probe.AudioStream;
import aln.media.probe.Inspection;
import aln.media.probe.VideoStream;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenditionsTest {

  private static final Ladder LADDER = Ladders.named("standard");

  @Test
  void followsTheLadderBelowTheSource() {
    assertThat(sizes(1920, 1080)).containsExactly("1920x1080", "1280x720", "854x480", "640x360");
    assertThat(sizes(1280, 720)).containsExactly("1280x720", "854x480", "640x360");
  }

  @Test
  void keepsPortraitUpright() {
    assertThat(sizes(2160, 3840)).containsExactly("1080x1920", "720x1280", "480x854", "360x640");
  }

  @Test
  void putsTheSourcesOwnSizeOnTopBetweenTwoRungs() {
    assertThat(sizes(960, 540)).containsExactly("960x540", "854x480", "640x360");
    assertThat(sizes(720, 486)).containsExactly("720x486", "534x360");
  }

  @Test
  void keepsASmallSourceSmallAndEven() {
    assertThat(sizes(161, 121)).containsExactly("160x120");
    assertThat(sizes(320, 180)).containsExactly("320x180");
  }

  @Test
  void halvesWhatIsAbove60FramesASecond() {
    VideoStream fast = video(1280, 720, FrameRate.of(120_000, 1001));
    assertThat(plan(fast, List.of()).encodeVideo().get(0).rate())
        .isEqualTo(FrameRate.of(60_000, 1001));
  }

  @Test
  void makesASecondSetOfTheSameStretchesWhereTheLadderSaysSo() throws Exception {
    VideoStream video = video(1280, 720, FrameRate.of(25, 1));
    Inspection source =
        new Inspection(
            Inspection.Kind.VIDEO, "mov,mp4", 1, 0, 10_000_000, true, video, List.of(), List.of());
    Renditions renditions = new Renditions(Studio.SETTINGS);
    Plan plan = renditions.plan(source, Ladders.named("compact"));
    assertThat(plan.encodeSecondSet())
        .hasSizeGreaterThan(1)
        .allSatisfy(
            spec -> {
              assertThat(spec.codec()).isEqualTo(Codec.AV1);
              assertThat(spec.renditions())
                  .extracting(VideoRendition::name)
                  .containsExactly("720p-av1", "480p-av1", "360p-av1");
            })
        .extracting(EncodeVideo::chunk)
        .isEqualTo(plan.encodeVideo().stream().map(EncodeVideo::chunk).toList());
    assertThat(plan.video()).as("shown from the first minute").noneMatch(SecondSetTest::isAv1);
    assertThat(new ObjectMapper().writeValueAsString(plan)).doesNotContain("av1");
    assertThat(renditions.plan(source, LADDER).encodeSecondSet()).isEmpty();
  }

  @Test
  void inventsNoSound() {
    Plan plan = plan(video(1280, 720, FrameRate.of(25, 1)), List.of());
    assertThat(plan.audio()).isEmpty();
    assertThat(plan.tasks())
        .extracting(PlannedTask::kind)
        .contains("encode-video", "make-poster")
        .doesNotContain("encode-audio");
    assertThat(downloads(plan)).extracting(MakeDownload::audio).containsOnlyNulls();
  }

  @Test
  void putsEveryPictureWithTheDefaultSoundIntoAFileToKeep() {
    List<AudioStream> tracks = List.of(sound(0, 2, "deu", null), sound(1, 2, "eng", null));
    Plan film = plan(video(1280, 720, FrameRate.of(25, 1)), tracks);
    assertThat(downloads(film)).extracting(MakeDownload::video).isEqualTo(film.video());
    assertThat(downloads(film)).extracting(MakeDownload::audio).containsOnly(film.audio().get(0));
    assertThat(downloads(plan(null, tracks)))
        .extracting(MakeDownload::renditions)
        .containsExactly(List.of("audio-1"));
    assertThat(film.tasks().stream().filter(task -> task.kind().equals("make-download")))
        .allMatch(task -> !task.required() && PlannedTask.AFTER_RENDITIONS.equals(task.after()));
  }

  private static List<MakeDownload> downloads(Plan plan) {
    return plan.tasks().stream()
        .filter(task -> task.kind().equals("make-download"))
        .map(task -> (MakeDownload) task.spec())
        .toList();
  }

  @Test
  void makesOnlySoundOfSound() {
    Plan plan = plan(null, List.of(sound(0, 2, "deu", null), sound(1, 6, "eng", "Director")));
    assertThat(plan.video()).isEmpty();
    assertThat(plan.poster()).isNull();
    assertThat(plan.audio())
        .containsExactly(
            new AudioRendition("audio-1", "de", "German", true, 2, 128_000, "mp4a.40.2"),
            new AudioRendition("audio-2", "en", "Director", false, 2, 128_000, "mp4a.40.2"));
  }

  @Test
  void knowsBothCodesOfALanguage() {
    Plan plan = plan(null, List.of(sound(0, 2, "fre", null), sound(1, 2, "fra", null)));
    assertThat(plan.audio()).extracting(AudioRendition::language).containsOnly("fr");
  }

  @Test
  void holdsThePictureAndFillsUpTheSoundSoThatBothEndTogether() {
    AudioStream longer = new AudioStream(1, "aac", 2, 48_000, null, null, true, 0, 19_000_000);
    Plan plan =
        plan(video(1280, 720, FrameRate.of(25, 1)), List.of(longer, sound(2, 2, "swa", null)));
    EncodeVideo last = plan.encodeVideo().get(plan.encodeVideo().size() - 1);
    assertThat(plan.durationMicros()).isEqualTo(19_000_000);
    assertThat(last.chunk().firstFrame() + last.chunk().frames()).isEqualTo(475);
    assertThat(last.picture().heldMicros()).isEqualTo(9_000_000);
    assertThat(plan.encodeAudio()).extracting(EncodeAudio::fillMicros).containsOnly(19_000_000L);
  }

  @Test
  void keepsMonoAndTellsTracksOfTheSameLanguageApart() {
    Plan plan = plan(null, List.of(sound(0, 1, "swa", null), sound(1, 1, "swa", null)));
    assertThat(plan.audio()).extracting(AudioRendition::channels).containsOnly(1);
    assertThat(plan.audio())
        .extracting(AudioRendition::label)
        .containsExactly("Swahili", "Swahili (2)");
  }

  @Test
  void knowsHowTheBeginningOfAChunkIsFoundInEachContainer() {
    assertThat(access("mov,mp4,m4a,3gp,3g2,mj2")).containsExactly(Access.BEGINNING, Access.INDEX);
    assertThat(access("avi")).containsExactly(Access.BEGINNING, Access.INDEX);
    assertThat(access("asf")).containsExactly(Access.BEGINNING, Access.INDEX);
    assertThat(access("mpegts")).containsExactly(Access.BEGINNING, Access.TIMES);
    assertThat(access("mpeg")).containsExactly(Access.BEGINNING, Access.BEGINNING);
    assertThat(access("h264")).containsExactly(Access.BEGINNING, Access.BEGINNING);
  }

  @Test
  void makesNoSecondSetOfPiecesThatAreGoneByThen() {
    assertThat(flash(300, true, Ladders.named("compact")).encodeSecondSet()).isEmpty();
    assertThat(flash(30, true, Ladders.named("compact")).encodeSecondSet()).isNotEmpty();
  }

  @Test
  void cutsALongSourceThatCannotBeSoughtIntoPiecesFirst() {
    Plan plan = flash(300, true);
    assertThat(plan.encodeVideo().get(0).chunk().access()).isEqualTo(Access.BEGINNING);
    assertThat(plan.encodeVideo().subList(1, plan.encodeVideo().size()))
        .hasSizeGreaterThan(5)
        .allMatch(spec -> spec.chunk().access() == Access.PIECES);
    PlannedTask remux =
        plan.tasks().stream().filter(task -> task.kind().equals("remux-source")).findAny().get();
    assertThat(remux.required()).isTrue();
    assertThat(remux.after()).isNull();
    EncodeVideo last = plan.encodeVideo().get(plan.encodeVideo().size() - 1);
    assertThat(remux.spec())
        .isEqualTo(
            new RemuxSource(
                last.picture().stream(),
                last.picture().containerStartMicros(),
                last.picture().startMicros() + last.chunk().firstFrame() * 40_000,
                300_000_000,
                4_000_000));
    assertThat(plan.tasks())
        .filteredOn(task -> task.kind().equals("encode-video"))
        .allMatch(
            task -> (task.ordinal() > 0) == "remux-source".equals(task.after()), "waits for it");
  }

  @Test
  void goesOnToTheEndOfASourceThatSaysNotExactlyWhereItIs() {
    List<EncodeVideo> chunks = flash(300, false).encodeVideo();
    assertThat(chunks).hasSizeGreaterThan(5);
    assertThat(chunks).allMatch(spec -> spec.exactLength() != spec.chunk().last());
  }

  @Test
  void leavesAShortSourceThatCannotBeSoughtAsItIs() {
    assertThat(flash(180, true).encodeVideo())
        .extracting(spec -> spec.chunk().access())
        .containsExactly(Access.BEGINNING, Access.BEGINNING);
    assertThat(flash(180, false).encodeVideo()).hasSize(1);
    assertThat(flash(180, true).tasks()).noneMatch(task -> task.kind().equals("remux-source"));
  }

  @Test
  void takesThePosterFromTheBeginningWhereItCannotSeek() {
    assertThat(of("avi").poster().atMicros()).isEqualTo(1_000_000);
    assertThat(of("mpegts").poster().atMicros()).isZero();
  }

  private static List<Access> access(String container) {
    return of(container).encodeVideo().stream().map(spec -> spec.chunk().access()).toList();
  }

  private static Plan of(String container) {
    VideoStream video = video(1280, 720, FrameRate.of(25, 1));
    return new Renditions(Studio.SETTINGS).plan(source(container, true, video), LADDER);
  }

  @Test
  void leavesAVideoWholeWhoseEndWasNotSeen() {
    VideoStream video = video(1280, 720, FrameRate.of(25, 1));
    Plan plan = new Renditions(Studio.SETTINGS).plan(source("mov,mp4", false, video), LADDER);
    assertThat(plan.encodeVideo()).hasSize(1);
  }

  private static Inspection source(String container, boolean exact, VideoStream video) {
    return new Inspection(
        Inspection.Kind.VIDEO,
        container,
        1,
        0,
        video.durationMicros(),
        exact,
        video,
        List.of(),
        List.of());
  }

  @Test
  void isDueWhereItLiesInTheFilm() {
    Plan plan = plan(video(1280, 720, FrameRate.of(25, 1)), List.of(sound(1, 2, "swa", null)));
    assertThat(plan.tasks())
        .filteredOn(PlannedTask::required)
        .extracting(PlannedTask::kind, PlannedTask::dueMicros)
        .containsExactly(
            tuple("encode-video", 0L),
            tuple("encode-video", 4_000_000L),
            tuple("encode-audio", 0L),
            tuple("make-poster", 0L));
  }

  @Test
  void tellsHowFarATaskIs() {
    EncodeVideo spec = plan(video(1280, 720, FrameRate.of(25, 1)), List.of()).encodeVideo().get(0);
    assertThat(spec.fraction(Duration.ZERO)).isZero();
    assertThat(spec.fraction(Duration.ofSeconds(1))).isEqualTo(0.25);
    assertThat(spec.fraction(Duration.ofSeconds(50))).isEqualTo(1);
  }

  @Test
  void survivesItsWayThroughTheDatabase() throws Exception {
    ObjectMapper json = new ObjectMapper();
    Plan plan =
        plan(video(1280, 720, FrameRate.of(30_000, 1001)), List.of(sound(1, 2, "eng", null)));
    for (PlannedTask task : plan.tasks()) {
      Object back = json.readValue(json.writeValueAsString(task.spec()), task.spec().getClass());
      assertThat(back).isEqualTo(task.spec());
    }
  }

  private static List<String> sizes(double width, double height) {
    return plan(video(width, height, FrameRate.of(25, 1)), List.of()).video().stream()
        .map(rendition -> rendition.width() + "x" + rendition.height())
        .toList();
  }

  private static Plan plan(@Nullable VideoStream video, List<AudioStream> audio) {
    Inspection.Kind kind = video == null ? Inspection.Kind.AUDIO : Inspection.Kind.VIDEO;
    Inspection source =
        new Inspection(kind, "mov,mp4", 1, 0, 10_000_000, true, video, audio, List.of());
    return new Renditions(Studio.SETTINGS).plan(source, LADDER);
  }

  private static Plan flash(int seconds, boolean exact) {
    return flash(seconds, exact, LADDER);
  }

  private static Plan flash(int seconds, boolean exact, Ladder ladder) {
    VideoStream video = video(1280, 720, FrameRate.of(25, 1), seconds);
    return new Renditions(Studio.SETTINGS).plan(source("flv", exact, video), ladder);
  }

  private static VideoStream video(double width, double height, FrameRate rate) {
    return video(width, height, rate, 10);
  }

  private static VideoStream video(double width, double height, FrameRate rate, int seconds) {
    return new VideoStream(
        0,
        "h264",
        (int) width,
        (int) height,
        width,
        height,
        0,
        rate,
        false,
        "yuv420p",
        8,
        false,
        null,
        null,
        null,
        0,
        false,
        0,
        0,
        seconds * 1_000_000L);
  }

  private static AudioStream sound(
      int index, int channels, String language, @Nullable String title) {
    return new AudioStream(
        index, "aac", channels, 48_000, language, title, index == 0, 0, 10_000_000);
  }
}
