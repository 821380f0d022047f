package aln.media.plan;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes of languages as containers have them, and as players want them. */
final class Languages {

  /** The bibliographic codes of ISO 639-2 that differ from the terminological ones. */
  private static final Map<String, String> BIBLIOGRAPHIC =
      Map.ofEntries(
          entry("alb", "sq"),
          entry("arm", "hy"),
          entry("baq", "eu"),
          entry("bur", "my"),
          entry("chi", "zh"),
          entry("cze", "cs"),
          entry("dut", "nl"),
          entry("fre", "fr"),
          entry("geo", "ka"),
          entry("ger", "de"),
          entry("gre", "el"),
          entry("ice", "is"),
          entry("mac", "mk"),
          entry("mao", "mi"),
          entry("may", "ms"),
          entry("per", "fa"),
          entry("rum", "ro"),
          entry("slo", "sk"),
          entry("tib", "bo"),
          entry("wel", "cy"));

  private Languages() {}

  /** ISO 639-2, either code of a language, becomes the shortest tag, as RFC 5646 wants. */
  static @Nullable String tag(@Nullable String code) {
    if (code == null || !code.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      return null;
    }
    return Arrays.stream(Locale.getISOLanguages())
        .filter(two -> Locale.forLanguageTag(two).getISO3Language().equals(code))
        .findFirst()
        .orElse(BIBLIOGRAPHIC.getOrDefault(code, code));
  }
}
