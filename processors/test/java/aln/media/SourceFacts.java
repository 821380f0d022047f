package aln.media;

import aln.media.plan.AudioRendition;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Picture;
import aln.media.plan.Plan;
import aln.media.probe.AudioStream;
import aln.media.probe.Inspection;
import aln.media.probe.VideoStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a hub has to know and to make of a source, as one line of a table.
 *
 * @param file its name
 * @param sizes of the renditions, upright
 * @param frames exact frames a second, and how many there are
 * @param colours what the renditions are labelled with, and what has to be done with the source's
 * @param sound the tracks: language, channels, when it begins after the picture, how long it lasts
 * @param others what is listed and not encoded
 */
record SourceFacts(
    String file, String sizes, String frames, String colours, String sound, String others) {

  private static final String NONE = "-";

  static SourceFacts parse(String line) {
    String[] cells = line.split("\\|", -1);
    return new SourceFacts(
        cells[0].strip(),
        cells[1].strip(),
        cells[2].strip(),
        cells[3].strip(),
        cells[4].strip(),
        cells[5].strip());
  }

  static SourceFacts of(String file, Inspection source, Plan plan) {
    return new SourceFacts(
        file,
        list(plan.video().stream().map(each -> each.width() + "x" + each.height()), " "),
        frames(plan),
        colours(source.video(), plan),
        list(
            IntStream.range(0, plan.audio().size())
                .mapToObj(i -> track(source, source.audio().get(i), plan.encodeAudio().get(i))),
            ", "),
        list(
            source.others().stream()
                .map(
                    each ->
                        each.codec()
                            + Optional.ofNullable(each.language()).map(l -> "/" + l).orElse("")),
            " "));
  }

  private static String frames(Plan plan) {
    if (plan.encodeVideo().isEmpty()) {
      return NONE;
    }
    EncodeVideo last = plan.encodeVideo().get(plan.encodeVideo().size() - 1);
    return last.rate() + " " + (last.chunk().firstFrame() + last.chunk().frames());
  }

  private static String colours(VideoStream video, Plan plan) {
    if (video == null) {
      return NONE;
    }
    Picture picture = plan.encodeVideo().get(0).picture();
    return list(
        Stream.of(
                picture.colours().matrix(),
                picture.range() == Picture.Range.STANDARD ? "" : picture.range().name(),
                video.bitDepth() > 8 ? video.bitDepth() + "bit" : "",
                picture.fullRange() ? "full" : "",
                picture.interlaced() ? "interlaced" : "",
                picture.variable() ? "variable" : "",
                video.rotation() == 0 ? "" : "turned" + video.rotation())
            .filter(word -> !word.isEmpty()),
        " ");
  }

  private static String track(Inspection source, AudioStream track, EncodeAudio spec) {
    AudioRendition made = spec.rendition();
    long zero = source.video() == null ? source.startMicros() : source.video().startMicros();
    return String.format(
        Locale.ROOT,
        "%s%d>%d%+.3f %.2fs",
        track.language() == null ? "" : made.language() + " ",
        track.channels(),
        made.channels(),
        (track.startMicros() - zero) / 1e6,
        spec.durationMicros() / 1e6);
  }

  private static String list(Stream<String> words, String separator) {
    List<String> all = words.toList();
    return all.isEmpty() ? NONE : all.stream().collect(Collectors.joining(separator));
  }

  @Override
  public String toString() {
    return String.join(" | ", file, sizes, frames, colours, sound, others);
  }
}
