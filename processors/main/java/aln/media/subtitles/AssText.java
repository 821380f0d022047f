package aln.media.subtitles;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a line of Advanced SubStation Alpha (v4.00+), read once from its beginning to its
 * end: italics, bold, underlined and "at the top" are kept, drawings and all other effects are not.
 */
final class AssText {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\{(?<effects>[^}]*)}|\\\\(?<escaped>[Nnh{}\\\\])|(?<words>[^{\\\\]+|.)",
          Pattern.DOTALL);

  private static final Pattern EFFECT =
      Pattern.compile("\\\\(?<name>an|a|i|b|u|p|r)(?<value>\\d*)(?![a-zA-Z(])");

  private final StringBuilder text = new StringBuilder();
  private String open = "";
  private String style = "";
  private boolean drawing;
  private boolean atTop;

  private AssText() {}

  static AssText read(String line) {
    AssText read = new AssText();
    Matcher token = TOKEN.matcher(line);
    while (token.find()) {
      if (token.group("effects") != null) {
        read.effects(token.group("effects"));
      } else if (token.group("escaped") != null) {
        read.words(escaped(token.group("escaped")));
      } else {
        read.words(token.group("words"));
      }
    }
    read.close();
    return read;
  }

  /** As WebVTT, without lines that have nothing to read; empty where none has. */
  String webVtt() {
    return text.toString()
        .lines()
        .map(String::strip)
        .filter(line -> !line.replaceAll("</?[ibu]>", "").isBlank())
        .reduce((one, other) -> one + "\n" + other)
        .orElse("");
  }

  boolean atTop() {
    return atTop;
  }

  private static String escaped(String letter) {
    return switch (letter) {
      case "N", "n" -> "\n";
      case "h" -> "\u00a0";
      default -> letter;
    };
  }

  private void words(String words) {
    if (!drawing) {
      if (!words.isBlank()) {
        open();
      }
      text.append(WebVtt.escaped(words));
    }
  }

  private void effects(String effects) {
    Matcher effect = EFFECT.matcher(effects);
    while (effect.find()) {
      String value = effect.group("value");
      boolean on = !value.isEmpty() && !value.equals("0");
      switch (effect.group("name")) {
        case "an" -> atTop = value.matches("[789]");
        case "a" -> atTop = value.matches("[567]");
        case "p" -> drawing = on;
        case "r" -> style = "";
        default ->
            style = style.replace(effect.group("name"), "") + (on ? effect.group("name") : "");
      }
    }
    if (!open.equals(style)) {
      close();
    }
  }

  private void open() {
    if (open.isEmpty()) {
      style.chars().forEach(tag -> text.append('<').append((char) tag).append('>'));
      open = style;
    }
  }

  /** All that is open, right after its last word, so that tags are never crossed. */
  private void close() {
    StringBuilder tags = new StringBuilder();
    StringBuilder innermostFirst = new StringBuilder(open).reverse();
    innermostFirst.chars().forEach(tag -> tags.append("</").append((char) tag).append('>'));
    text.insert(text.toString().stripTrailing().length(), tags);
    open = "";
  }
}
