package aln.web;

import aln.problems.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.TypeConverterSupport;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that Camel has read becomes the record that a bean's method takes. Converts nothing
 * else.
 */
final class RecordConverter extends TypeConverterSupport {

  private final ObjectMapper json;

  RecordConverter(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public <T> @Nullable T convertTo(Class<T> type, @Nullable Exchange exchange, Object value) {
    if (!type.isRecord() || !(value instanceof Map)) {
      return null;
    }
    try {
      return json.convertValue(value, type);
    } catch (IllegalArgumentException unfit) {
      throw Problem.of(400, "invalid-request", "The body of the request cannot be read.");
    }
  }
}
