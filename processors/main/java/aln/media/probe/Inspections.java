package aln.media.probe;

import aln.media.MediaRefused;
import aln.media.MediaSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Judges what {@link InspectCommands} made ffprobe say: a video, an audio file, or a refusal. */
@Component
public class Inspections {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** FFmpeg's demuxers of pictures without a container: their times are guesses. */
  private static final Set<String> BARE =
      Set.of("h264", "hevc", "mpegvideo", "m4v", "obu", "av1", "dnxhd");

  private final MediaSettings.Limits limits;

  public Inspections(MediaSettings settings) {
    this.limits = settings.limits();
  }

  /**
   * @param ffprobeJson standard output of the command
   * @throws MediaRefused when nothing can be made of the source
   */
  public Inspection read(String ffprobeJson) {
    JsonNode answer = parse(ffprobeJson);
    List<Probed> streams = Probed.streams(answer);
    refuseImages(answer.path("format"));
    if (BARE.contains(answer.path("format").path("format_name").asText())) {
      throw Refusals.bare();
    }
    if (streams.size() > limits.streams()) {
      throw Refusals.tooManyStreams(streams.size(), limits.streams());
    }
    Optional<Probed> picture = picture(streams);
    List<Probed> sounds = sounds(streams);
    if (picture.isEmpty() && sounds.isEmpty()) {
      throw nothing(streams);
    }
    Extent extent = Extent.of(answer, streams);
    extent.refuse(limits);
    return inspection(answer, streams, picture, sounds, extent);
  }

  /**
   * What to say when ffprobe itself failed.
   *
   * @param stderrTail the end of what it wrote on standard error
   * @param size of the source in bytes
   */
  public MediaRefused refusal(String stderrTail, long size) {
    return refusal(stderrTail, size, new byte[0]);
  }

  /**
   * @param first the first bytes of the source, up to some hundred: they name what it really is
   */
  public MediaRefused refusal(String stderrTail, long size, byte[] first) {
    return Refusals.ofProbe(stderrTail, size, first);
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("ffprobe did not answer with JSON", e);
    }
  }

  private static void refuseImages(JsonNode format) {
    String brand = format.path("tags").path("major_brand").asText();
    if (Stream.of("heic", "heix", "mif1", "avif").anyMatch(brand::startsWith)) {
      throw Refusals.named(brand.equals("avif") ? "an AVIF image" : "a HEIC image");
    }
  }

  /** The largest picture; among equals the default one. */
  private Optional<Probed> picture(List<Probed> streams) {
    Optional<Probed> picture =
        streams.stream()
            .filter(stream -> stream.type().equals("video") && !stream.still())
            .max(
                Comparator.comparingLong(Inspections::area)
                    .thenComparing(Probed::isDefault)
                    .thenComparing(Probed::index, Comparator.reverseOrder()));
    picture.ifPresent(this::refusePicture);
    return picture;
  }

  private void refusePicture(Probed picture) {
    if (picture.encrypted()) {
      throw Refusals.encrypted();
    }
    if (!picture.known()) {
      throw Refusals.unknownCodec("picture", picture.codec());
    }
    if (picture.sideData().dolbyVisionOnly()) {
      throw Refusals.dolbyVisionOnly();
    }
    if (area(picture) > limits.pixels()) {
      throw Refusals.tooManyPixels(
          picture.number("width"), picture.number("height"), limits.pixels());
    }
    if (area(picture) == 0 || picture.text("pix_fmt") == null) {
      throw Refusals.unreadablePicture(picture.codec());
    }
  }

  private static long area(Probed stream) {
    return (long) stream.number("width") * stream.number("height");
  }

  private static List<Probed> sounds(List<Probed> streams) {
    return streams.stream()
        .filter(stream -> stream.type().equals("audio") && stream.known() && !stream.encrypted())
        .filter(stream -> stream.number("channels") > 0 && stream.number("sample_rate") > 0)
        .sorted(Comparator.comparing(Probed::isDefault).reversed())
        .toList();
  }

  private static MediaRefused nothing(List<Probed> streams) {
    if (streams.stream().anyMatch(Probed::encrypted)) {
      return Refusals.encrypted();
    }
    return streams.stream()
        .filter(stream -> stream.type().equals("audio"))
        .findFirst()
        .map(stream -> Refusals.unknownCodec("sound", stream.codec()))
        .orElseGet(Refusals::nothingInside);
  }

  private Inspection inspection(
      JsonNode answer,
      List<Probed> streams,
      Optional<Probed> picture,
      List<Probed> sounds,
      Extent extent) {
    Optional<VideoStream> video = picture.map(stream -> Pictures.read(stream, extent, limits));
    List<AudioStream> audio = sounds.stream().map(stream -> audio(stream, extent)).toList();
    List<OtherStream> others =
        streams.stream()
            .filter(stream -> !picture.equals(Optional.of(stream)) && !sounds.contains(stream))
            .map(Inspections::other)
            .toList();
    return new Inspection(
        video.isPresent() ? Inspection.Kind.VIDEO : Inspection.Kind.AUDIO,
        answer.path("format").path("format_name").asText(),
        answer.path("format").path("size").asLong(),
        extent.startMicros(),
        video.map(VideoStream::durationMicros).orElseGet(() -> longest(audio, extent)),
        extent.seen(),
        video.orElse(null),
        audio,
        others);
  }

  private static long longest(List<AudioStream> audio, Extent extent) {
    return audio.stream()
        .mapToLong(AudioStream::durationMicros)
        .max()
        .orElse(extent.durationMicros());
  }

  private static AudioStream audio(Probed stream, Extent extent) {
    long start = stream.startMicros().orElse(extent.startMicros());
    return new AudioStream(
        stream.index(),
        stream.codec(),
        stream.number("channels"),
        stream.number("sample_rate"),
        stream.tag("language"),
        stream.tag("title"),
        stream.isDefault(),
        start,
        extent.endOf(stream, 0) - start);
  }

  private static OtherStream other(Probed stream) {
    return new OtherStream(
        stream.index(),
        stream.type(),
        stream.codec(),
        stream.tag("language"),
        stream.tag("title"),
        stream.marks());
  }
}
