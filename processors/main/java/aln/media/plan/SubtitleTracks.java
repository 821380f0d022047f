package aln.media.plan;

import aln.media.probe.OtherStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which streams of a source are subtitles that can be read as text, and what they are called. */
final class SubtitleTracks {

  /** FFmpeg's names. Those that are pictures of words (DVD, DVB, Blu-ray) are not among them. */
  private static final Set<String> TEXT =
      Set.of(
          "subrip",
          "ass",
          "ssa",
          "mov_text",
          "webvtt",
          "text",
          "microdvd",
          "subviewer",
          "sami",
          "realtext",
          "stl");

  private SubtitleTracks() {}

  static List<SubtitleTrack> of(List<OtherStream> streams) {
    List<SubtitleTrack> tracks = new ArrayList<>();
    streams.stream()
        .filter(stream -> stream.type().equals("subtitle") && TEXT.contains(stream.codec()))
        .forEach(stream -> tracks.add(track(stream, tracks)));
    return tracks;
  }

  private static SubtitleTrack track(OtherStream stream, List<SubtitleTrack> before) {
    int number = before.size() + 1;
    String language = Languages.tag(stream.language());
    String label =
        Optional.ofNullable(stream.title())
            .or(() -> Optional.ofNullable(language).map(SubtitleTracks::spoken))
            .orElse("Subtitles");
    boolean taken = before.stream().anyMatch(track -> track.label().equals(label));
    return new SubtitleTrack(
        "subtitles-" + number,
        stream.index(),
        language,
        taken ? label + " (" + number + ")" : label,
        stream.marks().contains("forced"),
        stream.marks().contains("hearing_impaired"));
  }

  private static String spoken(String language) {
    return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
  }
}
