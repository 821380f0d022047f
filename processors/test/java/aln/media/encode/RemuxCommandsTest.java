package aln.media.encode;

import static org.assertj.core.api.Assertions.assertThat;

import aln.ffmpeg.Command;
import aln.media.SourceInput;
import aln.media.Studio;
import aln.media.plan.RemuxSource;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemuxCommandsTest {

  @Test
  void copiesThePictureIntoClustersThatKeepTheirTimes() {
    URI source = URI.create("https://store/raw-assets/source?signature=x");
    RemuxSource spec = new RemuxSource(1, 500_000, 7_100_000_000L, 7_200_000_000L, 4_004_000);
    Command command = new RemuxCommands(Studio.SETTINGS).forSource(spec, source, new File("work"));
    List<String> expected =
        words(
            "-hide_banner -loglevel warning -nostdin -nostats -progress pipe:1 -copyts"
                + " -fflags +genpts -t 43200.000000");
    expected.addAll(SourceInput.arguments(source, Studio.SETTINGS.limits()));
    expected.addAll(
        words(
            "-map 0:1 -map_metadata -1 -c copy -f segment -segment_format matroska"
                + " -segment_format_options live=1:avoid_negative_ts=disabled"
                + " -individual_header_trailer 0 -segment_header_filename header.mkv"
                + " -reset_timestamps 0 -segment_time 4.004000"
                + " -segment_list pieces.csv -segment_list_type csv piece-%06d.mkv"));
    assertThat(command.arguments()).isEqualTo(expected);
    assertThat(command.directory()).isEqualTo(new File("work"));
    assertThat(command.timeout()).isEqualTo(Duration.ofMinutes(65));
  }

  private static List<String> words(String line) {
    return new ArrayList<>(List.of(line.split(" ")));
  }
}
