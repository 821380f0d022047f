package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aln.testing.TestMedia;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** All that people may bring: real films, sound, pictures, and broken files. */
class EverySourceIT {

  /** For all of a kind together. */
  private static final Duration LONG = Duration.ofMinutes(8);

  /**
   * Six minutes of Full HD at 60 frames a second keep two cores busy for longer than all others.
   */
  private static final String TOO_LONG = "black_1080p60_av1_362s.mp4";

  @TempDir static Path folder;
  private static Hub hub;
  private static Api creator;

  @BeforeAll
  static void start() throws IOException {
    TestMedia.folder("video");
    hub = Hub.start(folder, Hub.QUICK);
    creator = hub.user();
  }

  @AfterAll
  static void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> filmsPlayAsTheyWere() {
    return each("video", EverySourceIT::playsAsItWas);
  }

  @TestFactory
  Stream<DynamicTest> soundPlaysAsItWas() {
    return each("audio", EverySourceIT::soundsAsItDid);
  }

  @TestFactory
  Stream<DynamicTest> picturesAreRefusedInWordsForNow() {
    return each("image", (file, asset) -> isRefused(asset));
  }

  @TestFactory
  Stream<DynamicTest> brokenFilesEndAndTheWorkerLives() {
    return Stream.concat(
        each("malformed", EverySourceIT::isRefusedOrConsistent),
        Stream.of(
            DynamicTest.dynamicTest(
                "a good file after them",
                () ->
                    creator.awaitComplete(
                        creator.upload(Clips.glimpse(folder)), Duration.ofMinutes(2)))));
  }

  private interface Check {
    void of(File file, JsonNode asset) throws IOException;
  }

  /** All are uploaded first, so that they wait for each other as they would. */
  private static Stream<DynamicTest> each(String kind, Check check) {
    Map<File, UUID> assets = new LinkedHashMap<>();
    TestMedia.folder(kind).stream()
        .filter(file -> !file.getName().equals(TOO_LONG) && file.length() > 0)
        .forEach(file -> assets.put(file, creator.upload(file.toPath())));
    return assets.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey().getName(),
                    () -> check.of(each.getKey(), creator.awaitEnd(each.getValue(), LONG))));
  }

  private static void playsAsItWas(File file, JsonNode asset) throws IOException {
    List<JsonNode> pictures =
        Probe.streams(file.getPath()).stream()
            .filter(each -> each.path("codec_type").asText().equals("video"))
            .toList();
    if (pictures.isEmpty()) {
      soundsAsItDid(file, asset);
      return;
    }
    isComplete(asset, "video");
    JsonNode picture = pictures.stream().max(Comparator.comparingInt(EverySourceIT::area)).get();
    Probe source = Probe.of(file.getPath(), picture.path("index").asText());
    Hls stream = creator.stream(UUID.fromString(asset.path("id").asText()));
    for (Hls.Rendition rendition : stream.video()) {
      assertThat(rendition.ended()).isTrue();
      assertThat(rendition.durations()).isEqualTo(stream.video().get(0).durations());
      Path joined = rendition.joined(folder);
      Probe output = Probe.of(joined.toString(), "v:0");
      joined.toFile().delete();
      assertThat(output.first()).isZero();
      double frame = 1 / Math.min(60, source.rate());
      assertThat(output.span()).isCloseTo(source.span(), within(frame + 0.002));
      assertThat(output.stream().toString()).doesNotContain("rotation");
      double shape = (double) output.number("width") / output.number("height");
      double wanted = shape(picture);
      int shortSide = Math.min(output.number("width"), output.number("height"));
      assertThat(shape).isCloseTo(wanted, within(2 * wanted / shortSide));
    }
    assertThat(Probe.streams(stream.master().toString())).isNotEmpty();
  }

  private static void soundsAsItDid(File file, JsonNode asset) throws IOException {
    isComplete(asset, "audio");
    Hls stream = creator.stream(UUID.fromString(asset.path("id").asText()));
    List<Hls.Rendition> sounds = stream.audio().isEmpty() ? stream.video() : stream.audio();
    Probe source = Probe.of(file.getPath(), "a:0");
    for (Hls.Rendition rendition : sounds) {
      Probe output = Probe.of(rendition.joined(folder).toString(), "a:0");
      assertThat(output.span()).isCloseTo(source.span(), within(0.15));
    }
    assertThat(Probe.streams(stream.master().toString())).isNotEmpty();
  }

  private static void isComplete(JsonNode asset, String type) {
    assertThat(asset.path("status").asText()).as(asset.toString()).isEqualTo("complete");
    assertThat(asset.path("type").asText()).isEqualTo(type);
  }

  private static void isRefused(JsonNode asset) {
    assertThat(asset.path("status").asText()).as(asset.toString()).isEqualTo("failed");
    assertThat(asset.path("failure").path("code").asText()).matches("[a-z]+(-[a-z]+)*");
    assertThat(asset.path("failure").path("message").asText())
        .doesNotContain("inside the hub")
        .endsWith(".");
  }

  private static void isRefusedOrConsistent(File file, JsonNode asset) throws IOException {
    if (asset.path("status").asText().equals("failed")) {
      isRefused(asset);
      return;
    }
    Hls stream = creator.stream(UUID.fromString(asset.path("id").asText()));
    assertThat(stream.all()).isNotEmpty();
    for (Hls.Rendition rendition : stream.all()) {
      assertThat(rendition.ended()).isTrue();
      assertThat(Probe.streams(rendition.joined(folder).toString())).hasSize(1);
    }
    stream
        .video()
        .forEach(each -> assertThat(each.durations()).isEqualTo(stream.video().get(0).durations()));
  }

  private static int area(JsonNode picture) {
    return picture.path("width").asInt() * picture.path("height").asInt();
  }

  /** Width by height as it is shown: upright, with square pixels. */
  private static double shape(JsonNode picture) {
    String[] pixel = picture.path("sample_aspect_ratio").asText("1:1").split(":");
    double square =
        pixel[0].equals("0") ? 1 : Double.parseDouble(pixel[0]) / Double.parseDouble(pixel[1]);
    double shape = picture.path("width").asDouble() * square / picture.path("height").asDouble();
    boolean lying = false;
    for (JsonNode side : picture.path("side_data_list")) {
      lying |= Math.abs(side.path("rotation").asInt()) % 180 == 90;
    }
    return lying ? 1 / shape : shape;
  }
}
