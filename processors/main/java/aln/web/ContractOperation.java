package aln.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One operation of the contract.
 *
 * @param id the operationId, which is the id of the flow that does it
 * @param method GET, POST, …
 * @param pattern the whole path, below the root of the hub, without a slash at its end
 * @param document the file that it comes from
 */
public record ContractOperation(
    String id,
    String method,
    PathPattern pattern,
    Access access,
    Operation operation,
    OpenAPI document) {

  public boolean takesBody() {
    return operation.getRequestBody() != null;
  }

  /** Bytes; {@code x-largest-body} where it may be more than of others. */
  public int largestBody() {
    Map<String, Object> extensions = operation.getExtensions();
    Object own = extensions == null ? null : extensions.get("x-largest-body");
    return own instanceof Number number ? number.intValue() : RequestBody.LARGEST;
  }

  public List<Parameter> parameters() {
    List<Parameter> declared = operation.getParameters();
    return declared == null ? List.of() : declared;
  }
}
