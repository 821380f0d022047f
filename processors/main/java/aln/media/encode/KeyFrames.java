package aln.media.encode;

import aln.ffmpeg.Command;
import aln.media.MediaSettings;
import aln.media.SourceInput;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Picture;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Where a chunk of a source without an index has to begin to read. FFmpeg seeks in a transport
 * stream by its time stamps, to whatever frame is there; every frame after a key frame can be
 * decoded, so a key frame has to be known that lies behind the place where FFmpeg begins and well
 * before the chunk.
 */
@Component
public class KeyFrames {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Microseconds before a chunk in which a key frame is looked for; most sources have ten there.
   */
  private static final long REACH = 40_000_000;

  /**
   * Seeking goes by decoding times, of which the picture's own order need not be that of the file.
   */
  private static final long MARGIN = 1_000_000;

  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private final MediaSettings settings;

  public KeyFrames(MediaSettings settings) {
    this.settings = settings;
  }

  /**
   * Answers JSON on standard output: the packets of the picture before the chunk.
   *
   * @param source http, https or file
   * @param directory an empty directory of this run's own
   */
  public Command before(EncodeVideo spec, URI source, File directory) {
    Picture picture = spec.picture();
    long to = start(spec);
    long from = Math.max(picture.containerStartMicros(), to - REACH);
    List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-loglevel", "warning"));
    arguments.addAll(List.of("-print_format", "json=compact=1"));
    arguments.addAll(List.of("-select_streams", Integer.toString(picture.stream())));
    arguments.addAll(List.of("-show_entries", "packet=pts_time,dts_time,flags"));
    arguments.addAll(
        List.of(
            "-read_intervals", EncodeCommands.seconds(from) + "%" + EncodeCommands.seconds(to)));
    arguments.addAll(SourceInput.arguments(source, settings.limits()));
    return new Command(Command.Tool.FFPROBE, arguments, directory, TIMEOUT);
  }

  /**
   * @param source what the command was about
   * @param ffprobeJson its standard output
   * @return the beginning, where no key frame was found
   */
  public Place place(EncodeVideo spec, URI source, String ffprobeJson) {
    Picture picture = spec.picture();
    long latest = start(spec) - Stretch.before(spec);
    long place =
        keys(ffprobeJson)
            .filter(packet -> micros(packet, "pts_time") <= latest)
            .mapToLong(packet -> micros(packet, "dts_time"))
            .max()
            .orElse(0);
    return Place.in(source, Math.max(0, place - MARGIN - picture.containerStartMicros()));
  }

  /** Of the chunk, on the source's clock. */
  private static long start(EncodeVideo spec) {
    return spec.picture().startMicros() + spec.rate().micros(spec.chunk().firstFrame());
  }

  private static Stream<JsonNode> keys(String json) {
    try {
      return StreamSupport.stream(JSON.readTree(json).path("packets").spliterator(), false)
          .filter(packet -> packet.path("flags").asText().startsWith("K"))
          .filter(packet -> packet.has("pts_time") && packet.has("dts_time"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("ffprobe did not answer with JSON", e);
    }
  }

  private static long micros(JsonNode packet, String field) {
    return new BigDecimal(packet.path(field).asText()).movePointRight(6).longValue();
  }
}
