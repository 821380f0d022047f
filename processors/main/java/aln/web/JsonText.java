package aln.web;

import aln.problems.ProblemDetails.Mismatch;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That a body is one JSON text (RFC 8259) and nothing follows it. */
final class JsonText {

  private static final Mismatch FOUND =
      new Mismatch(null, "The body is not one JSON text, or something follows it.");

  private final ObjectReader strict;

  JsonText(ObjectMapper json) {
    strict = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  List<Mismatch> mismatches(@Nullable String body) {
    if (body == null || body.isEmpty()) {
      return List.of();
    }
    try {
      strict.readTree(body);
      return List.of();
    } catch (JsonProcessingException broken) {
      return List.of(FOUND);
    }
  }
}
