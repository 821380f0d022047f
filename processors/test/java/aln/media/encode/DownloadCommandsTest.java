package aln.media.encode;

import static org.assertj.core.api.Assertions.assertThat;

import aln.ffmpeg.Command;
import aln.media.FrameRate;
import aln.media.plan.AudioRendition;
import aln.media.plan.MakeDownload;
import aln.media.plan.VideoRendition;
import java.io.File;
import org.junit.jupiter.api.Test;

class DownloadCommandsTest {

  private static final VideoRendition HD =
      new VideoRendition(
          "720p", 1280, 720, FrameRate.of(25, 1), "avc1.64001f", 31, 2_800_000, 4_200_000);

  private static final AudioRendition SOUND =
      new AudioRendition("audio-1", null, "Sound", true, 2, 128_000, "mp4a.40.2");

  @Test
  void copiesPictureAndSoundIntoOneFileWithTheIndexInFront() {
    Command command =
        new DownloadCommands().remux(new MakeDownload(HD, SOUND, 60_000_000), new File("/bench"));
    assertThat(String.join(" ", command.arguments()))
        .isEqualTo(
            "-hide_banner -loglevel warning -nostdin -nostats -progress pipe:1 -copyts"
                + " -protocol_whitelist file -format_whitelist mov -i file:720p.mp4"
                + " -protocol_whitelist file -format_whitelist mov -i file:audio-1.mp4"
                + " -map 0:0 -map 1:0 -map_metadata -1 -c copy -fflags +bitexact"
                + " -use_editlist 1 -avoid_negative_ts disabled"
                + " -movflags +faststart -f mp4 download.mp4");
    assertThat(command.directory()).isEqualTo(new File("/bench"));
  }

  @Test
  void neverReachesTheNetwork() {
    var spec = new MakeDownload(null, SOUND, 60_000_000);
    for (Command command :
        new Command[] {
          new DownloadCommands().remux(spec, new File(".")),
          new DownloadCommands().count(new File("."))
        }) {
      assertThat(command.arguments()).noneMatch(argument -> argument.contains("://"));
    }
  }
}
