package aln.media.plan;

import aln.media.probe.AudioStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a track of sound becomes: mono stays mono, everything else becomes stereo. */
final class Tracks {

  private Tracks() {}

  static AudioRendition rendition(List<AudioStream> streams, int place, Ladder ladder) {
    AudioStream stream = streams.get(place);
    boolean mono = stream.channels() == 1;
    return new AudioRendition(
        "audio-" + (place + 1),
        Languages.tag(stream.language()),
        distinctLabel(streams, place),
        place == 0,
        mono ? 1 : 2,
        mono ? ladder.audio().monoBitRate() : ladder.audio().stereoBitRate(),
        "mp4a.40.2");
  }

  /** Players tell tracks apart by their labels, so no two may be the same. */
  private static String distinctLabel(List<AudioStream> streams, int place) {
    String label = label(streams.get(place), place);
    boolean taken = IntStream.range(0, place).anyMatch(i -> label(streams.get(i), i).equals(label));
    return taken ? label + " (" + (place + 1) + ")" : label;
  }

  private static String label(AudioStream stream, int place) {
    String title = stream.title();
    String language = Languages.tag(stream.language());
    String spoken =
        language == null ? "" : Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    String name = title != null ? title : spoken;
    return name.isEmpty() ? "Track " + (place + 1) : name;
  }
}
