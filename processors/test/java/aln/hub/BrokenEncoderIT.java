package aln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import aln.ffmpeg.Installation;
import aln.media.Tools;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An encoder that says that all is well and makes something else is not believed. */
class BrokenEncoderIT {

  /** Puts another filter in front of every rendition while a file says so; all else is real. */
  private static final String SCRIPT =
      """
      #!/bin/bash
      here='%1$s'
      %2$s
      program='%3$s'/$(basename "$0")
      more=''
      arguments=()
      for each in "$@"; do
        broken=''
        case "$before $each" in
          -map\\ \\[*p\\])
            frames=$(sed -n 's/.*trim=end_frame=\\([0-9]*\\).*/\\1/p' <<< "$graph")
            [ ! -e "$here/black" ] || broken='lutyuv=y=16:u=128:v=128'
            [ ! -e "$here/frozen" ] || broken="trim=end_frame=1,tpad=stop=$((frames - 1)):stop_mode=clone" ;;
          -map\\ \\[sound\\])
            [ ! -e "$here/silent" ] || broken='volume=0' ;;
          -filter_complex*) graph=$each ;;
        esac
        if [ -n "$broken" ]; then
          name=${each:1:-1}
          more+=";[$name]$broken[broken-$name]"
          each="[broken-$name]"
        fi
        before=$each
        arguments+=("$each")
      done
      for i in "${!arguments[@]}"; do
        [ "${arguments[i]}" != -filter_complex ] || arguments[i + 1]+=$more
      done
      exec "$program" "${arguments[@]}"
      """;

  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir static Path folder;

  private static Hub hub;
  private static Path film;

  @BeforeAll
  static void aHubWithABrokenEncoder() throws IOException {
    Installation here = Tools.installation();
    String libraries =
        here.libraries() == null ? "" : "export LD_LIBRARY_PATH='" + here.libraries() + "'";
    Path ffmpeg = folder.resolve("ffmpeg");
    Files.writeString(ffmpeg, SCRIPT.formatted(folder, libraries, here.ffmpeg().getParent()));
    Files.setPosixFilePermissions(ffmpeg, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createSymbolicLink(folder.resolve("ffprobe"), ffmpeg);
    film = folder.resolve("film.mp4");
    Tools.ffmpeg(
        folder.toFile(),
        "-f",
        "lavfi",
        "-i",
        "testsrc2=s=640x360:r=25:d=5,scroll=h=0.01",
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=440:duration=5",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-pix_fmt",
        "yuv420p",
        "-c:a",
        "aac",
        film.toString());
    hub =
        Hub.start(
            folder.resolve("hub"),
            Map.of("ALN_FFMPEG", ffmpeg.toString(), "ALN_TASK_ATTEMPTS", "1"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (hub != null) {
      hub.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "black, 'Rendition 360p, chunk 0: is blank where the source is not'",
    "frozen, 'Rendition 360p, chunk 0: stands still where the source moves'",
    "silent, 'Track audio-1 is silent after 0 s where the source is not'"
  })
  void isNotPublished(String how, String cause) throws IOException {
    Api creator = hub.user();
    Path broken = Files.writeString(folder.resolve(how), "");
    UUID asset = creator.upload(film);
    JsonNode failed = creator.awaitEnd(asset, LONG);
    Files.delete(broken);
    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.at("/failure/code").asText()).isEqualTo("bad-output");
    assertThat(failed.path("playable").asBoolean()).isFalse();
    JsonNode letter = new Letters(hub.admin()).awaitOf(asset);
    assertThat(letter.path("cause").asText()).isEqualTo("BadOutput: " + cause);
  }

  @Test
  void isBelievedWithAReceiptOnceItIsMended() {
    Api creator = hub.user();
    UUID asset = creator.upload(film);
    creator.awaitComplete(asset, LONG);
    String job = "/jobs/" + creator.asset(asset).path("jobId").asText() + "/receipts";
    hub.user().get(job).refuses(404);
    JsonNode receipts = creator.get(job).expect(200).json();
    assertThat(receipts.path("renditions").findValuesAsText("name"))
        .containsExactly("360p", "audio-1");
    JsonNode picture = receipts.at("/renditions/0");
    assertThat(picture.path("framesIn").asInt()).isEqualTo(125);
    assertThat(picture.path("framesOut").asInt()).isEqualTo(125);
    assertThat(picture.at("/ssim/mean").asDouble()).isBetween(0.8, 1.0);
    assertThat(picture.path("bytes").asLong()).isPositive();
    assertThat(picture.path("tools").toString()).contains("FFmpeg ");
    assertThat(picture.path("command").toString())
        .contains("libx264", "/source?…")
        .doesNotContain("X-Amz-Signature", "X-Amz-Credential");
    assertThat(receipts.at("/renditions/1/loudness/output").asDouble()).isBetween(-40.0, -5.0);
    assertThat(receipts.path("tasks")).hasSize(2);
  }
}
