package aln.media.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import aln.media.FrameRate;
import aln.media.MediaRefused;
import aln.media.Studio;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InspectionsTest {

  private static final String PICTURE =
      """
      "codec_type": "video", "codec_name": "h264", "width": 1280, "height": 720, "pix_fmt": "yuv420p",
      "r_frame_rate": "25/1", "avg_frame_rate": "25/1", "time_base": "1/12800", "start_time": "0.000000",
      "duration": "10.000000", "field_order": "progressive"
      """;

  private static final String SOUND =
      """
      "codec_type": "audio", "codec_name": "aac", "sample_rate": "48000", "channels": 2,
      "start_time": "0.000000", "duration": "10.000000", "tags": {"language": "eng"}
      """;

  private final Inspections inspections = new Inspections(Studio.SETTINGS);

  @Test
  void readsAVideoWithSound() {
    Inspection inspection = inspections.read(answer(10, 250, PICTURE, SOUND));
    assertThat(inspection.kind()).isEqualTo(Inspection.Kind.VIDEO);
    assertThat(inspection.exactDuration()).isTrue();
    assertThat(inspection.durationMicros()).isEqualTo(10_000_000);
    assertThat(inspection.video().rate()).isEqualTo(FrameRate.of(25, 1));
    assertThat(inspection.audio()).extracting(AudioStream::language).containsExactly("eng");
  }

  @Test
  void turnsThePictureUpright() {
    String turned = PICTURE + ", \"side_data_list\": [{}, {\"rotation\": -90}]";
    VideoStream video = inspections.read(answer(10, 250, turned)).video();
    assertThat(video.rotation()).isEqualTo(-90);
    assertThat(video.width()).isEqualTo(720);
    assertThat(video.height()).isEqualTo(1280);
  }

  @Test
  void makesPixelsSquare() {
    String wide =
        PICTURE.replace("1280", "720").replace("720, \"pix", "576, \"pix")
            + ", \"sample_aspect_ratio\": \"64:45\"";
    VideoStream video = inspections.read(answer(10, 250, wide)).video();
    assertThat(video.width()).isEqualTo(1024);
    assertThat(video.height()).isEqualTo(576);
  }

  @Test
  void believesNoPixelThatCannotBe() {
    String thread = PICTURE + ", \"sample_aspect_ratio\": \"1:1000\"";
    assertThat(inspections.read(answer(10, 250, thread)).video().width()).isEqualTo(1280);
  }

  @Test
  void readsHowBrightThePictureIsAtMost() {
    String light = PICTURE + ", \"side_data_list\": [{\"max_luminance\": \"10000000/10000\"}, %s]";
    assertThat(inspections.read(answer(10, 250, light.formatted("{}"))).video().peak())
        .isEqualTo(1000);
    assertThat(
            inspections
                .read(answer(10, 250, light.formatted("{\"max_content\": 640}")))
                .video()
                .peak())
        .isEqualTo(640);
    assertThat(inspections.read(answer(10, 250, PICTURE)).video().peak()).isZero();
  }

  @Test
  void knowsNoEndWhereNoFrameHasATime() {
    Inspection bare =
        inspections.read(
            answer(0, 0, PICTURE.replace("\"duration\": \"10.000000\",", ""))
                .replace("0.000000\", \"size", "N/A\", \"size"));
    assertThat(bare.exactDuration()).isFalse();
    assertThat(bare.video().rate()).isEqualTo(FrameRate.of(25, 1));
  }

  @Test
  void takesCoverArtForWhatItIs() {
    String cover = PICTURE.replace("h264", "png") + ", \"disposition\": {\"attached_pic\": 1}";
    Inspection inspection = inspections.read(answer(10, 250, cover, SOUND));
    assertThat(inspection.kind()).isEqualTo(Inspection.Kind.AUDIO);
    assertThat(inspection.others()).extracting(OtherStream::codec).containsExactly("png");
  }

  @Test
  void choosesTheLargestPictureAndListsTheOther() {
    String small = PICTURE.replace("1280", "320").replace("720, \"pix", "180, \"pix");
    Inspection inspection = inspections.read(answer(10, 250, small, PICTURE));
    assertThat(inspection.video().codedWidth()).isEqualTo(1280);
    assertThat(inspection.others()).extracting(OtherStream::type).containsExactly("video");
  }

  @Test
  void refusesAFileWhoseEndIsMissing() {
    assertThat(refused(answer(10, 100, PICTURE)).code()).isEqualTo("source-truncated");
  }

  @Test
  void refusesWhatIsBeyondTheLimits() {
    String large = PICTURE.replace("1280", "20000").replace("720, \"pix", "14000, \"pix");
    assertThat(refused(answer(10, 250, large)).code()).isEqualTo("too-many-pixels");
    assertThat(refused(answer(90_000, 250, PICTURE)).code()).isEqualTo("too-long");
    String[] tracks = IntStream.range(0, 50).mapToObj(i -> SOUND).toArray(String[]::new);
    assertThat(refused(answer(10, 250, tracks)).code()).isEqualTo("too-many-streams");
  }

  @Test
  void refusesWhatCannotBeDecodedByItsName() {
    String unknown = PICTURE.replace("\"codec_name\": \"h264\"", "\"codec_tag_string\": \"XYZ1\"");
    assertThat(refused(answer(10, 250, unknown)))
        .hasMessageContaining("XYZ1")
        .extracting(MediaRefused::code)
        .isEqualTo("unknown-codec");
    String locked = PICTURE + ", \"codec_tag_string\": \"encv\"";
    assertThat(refused(answer(10, 250, locked)).code()).isEqualTo("encrypted");
    String keyed = PICTURE + ", \"tags\": {\"enc_key_id\": \"b3Blbg==\"}";
    assertThat(refused(answer(10, 250, keyed)).code()).isEqualTo("encrypted");
    String dolby =
        PICTURE
            + ", \"side_data_list\": [{\"dv_profile\": 5, \"dv_bl_signal_compatibility_id\": 0}]";
    assertThat(refused(answer(10, 250, dolby)).code()).isEqualTo("dolby-vision-only");
    String broken = PICTURE.replace("\"pix_fmt\": \"yuv420p\",", "");
    assertThat(refused(answer(10, 250, broken)).code()).isEqualTo("picture-unreadable");
  }

  @Test
  void refusesWhatProbingCouldNotOpen() {
    assertThat(inspections.refusal("moov atom not found", 0).code()).isEqualTo("empty-file");
    assertThat(inspections.refusal("[mov @ 0x1] moov atom not found", 9000).code())
        .isEqualTo("recording-interrupted");
    assertThat(
            inspections.refusal("moov atom not found", 9, bytes("Hello, I am a film")).getMessage())
        .contains("a text file");
    assertThat(inspections.refusal("[jpeg_pipe @ 0x1] Format not on whitelist 'mov'", 9))
        .hasMessageContaining("JPEG image")
        .extracting(MediaRefused::code)
        .isEqualTo("image-not-supported");
    assertThat(inspections.refusal("[hls @ 0x1] Format not on whitelist 'mov'", 9).getMessage())
        .contains("HLS playlist");
    assertThat(inspections.refusal("Invalid data found", 9).code()).isEqualTo("not-media");
  }

  @Test
  void namesFilesByTheirFirstBytes() {
    assertThat(Sniffer.name(bytes("#EXTM3U\n#EXT")))
        .hasValueSatisfying(name -> assertThat(name).contains("HLS"));
    assertThat(Sniffer.name(bytes("\n<!DOCTYPE html>"))).contains("a web page");
    assertThat(Sniffer.name(bytes("%PDF-1.7"))).contains("a PDF document");
    assertThat(Sniffer.name(bytes("\0\0\0\u0018ftypheic"))).contains("a HEIC image");
    assertThat(Sniffer.name(bytes("\0\0\0\u0018ftypisom"))).isEmpty();
    assertThat(Sniffer.name(new byte[0])).isEmpty();
  }

  private MediaRefused refused(String answer) {
    return catchThrowableOfType(MediaRefused.class, () -> inspections.read(answer));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * What ffprobe answers for an MP4 of which so many frames of stream 0 were found, 25 a second.
   */
  private static String answer(int seconds, int frames, String... streams) {
    String packets =
        IntStream.range(0, frames)
            .mapToObj(
                i ->
                    "{\"stream_index\": 0, \"pts_time\": \"%s\", \"duration_time\": \"0.04\", \"flags\": \"K__\"}"
                        .formatted(i * 4 / 100 + "." + "%02d".formatted(i * 4 % 100)))
            .collect(Collectors.joining(","));
    String listed =
        IntStream.range(0, streams.length)
            .mapToObj(i -> "{\"index\": " + i + ", " + streams[i] + "}")
            .collect(Collectors.joining(","));
    return """
        {"packets": [%s], "streams": [%s],
         "format": {"format_name": "mov,mp4,m4a", "start_time": "0.000000", "duration": "%d.000000", "size": "999999999"}}
        """
        .formatted(packets, listed, seconds);
  }
}
