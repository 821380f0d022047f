package aln.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/**
 * The text of JSON columns. What stands in them the hub wrote itself, so whatever cannot be read is
 * a defect.
 */
@Component
public class Json {

  private final ObjectMapper mapper;

  public Json(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** A record, map or list as text. */
  public String text(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /**
   * @throws IllegalStateException when the text is not of this type
   */
  public <T> T read(String text, Class<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("No " + type.getSimpleName() + ": " + text, broken);
    }
  }

  /**
   * @throws IllegalStateException when the text is not of this type
   */
  public <T> T read(String text, TypeReference<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("No " + type.getType() + ": " + text, broken);
    }
  }

  /** A row as a map, as camel-sql answers it, as a record with components of the same names. */
  public <T> T record(Object row, Class<T> type) {
    return mapper.convertValue(row, type);
  }
}
