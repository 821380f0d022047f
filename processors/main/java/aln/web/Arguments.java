package aln.web;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;

/** The parameters of a request in the types of the contract: UUID, Integer, Long, String, … */
final class Arguments {

  private Arguments() {}

  /** Declared parameters by name, decoded; the default where one is absent, else no entry. */
  static Map<String, Object> of(ContractOperation operation, HttpServletRequest request) {
    PathMatchInfo path =
        operation
            .pattern()
            .matchAndExtract(
                PathContainer.parsePath(Contract.withoutSlash(request.getRequestURI())));
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      Object value = typed(parameter.getSchema(), text(parameter, path, request));
      if (value != null) {
        values.put(parameter.getName(), value);
      }
    }
    return values;
  }

  private static @Nullable String text(
      Parameter parameter, @Nullable PathMatchInfo path, HttpServletRequest request) {
    return switch (parameter.getIn()) {
      case "path" -> path == null ? null : path.getUriVariables().get(parameter.getName());
      case "query" -> request.getParameter(parameter.getName());
      case "header" -> request.getHeader(parameter.getName());
      default -> throw new IllegalStateException("No such place: " + parameter.getIn());
    };
  }

  private static @Nullable Object typed(Schema<?> schema, @Nullable String text) {
    if (text == null) {
      return schema.getDefault();
    }
    return switch (schema.getType() + ":" + schema.getFormat()) {
      case "integer:int64" -> Long.valueOf(text);
      case "integer:int32", "integer:null" -> Integer.valueOf(text);
      case "number:null", "number:double" -> Double.valueOf(text);
      case "boolean:null" -> Boolean.valueOf(text);
      case "string:uuid" -> UUID.fromString(text);
      default -> text;
    };
  }
}
