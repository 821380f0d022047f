package aln.payments.statements;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comma separated values as in RFC 4180: CRLF after every record, quotes around what needs them. A
 * text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV
 * injection).
 */
final class Csv {

  private static final String FORMULAS = "=+-@\t\r\n|%";

  private final StringBuilder text = new StringBuilder();

  /** One record of texts and numbers; null is an empty field. */
  void add(List<? extends @Nullable Object> fields) {
    text.append(fields.stream().map(Csv::field).collect(Collectors.joining(","))).append("\r\n");
  }

  private static String field(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String field = value.toString();
    if (value instanceof Number) {
      return field;
    }
    String safe = isFormula(field) ? "'" + field : field;
    boolean quoted = safe.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0);
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** Also behind spaces, which some programs leave out, and in full width. */
  private static boolean isFormula(String field) {
    String bare = field.stripLeading();
    return !field.isEmpty()
        && (FORMULAS.indexOf(field.charAt(0)) >= 0
            || (!bare.isEmpty() && (FORMULAS + "＝＋－＠").indexOf(bare.charAt(0)) >= 0));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
