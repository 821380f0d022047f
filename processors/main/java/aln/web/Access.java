package aln.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;

/** Who may call an operation, as its contract says. */
public enum Access {
  /** {@code security: []}: anyone; a token is not even looked at. */
  OPEN,
  /** {@code security: [{}, {bearer: []}]}: anyone, and whoever signed in is known. */
  OPTIONAL,
  /** A valid token. */
  SIGNED_IN,
  /** A valid token of an admin: {@code x-role: admin}. */
  ADMIN;

  static Access of(Operation operation, List<SecurityRequirement> ofDocument) {
    List<SecurityRequirement> own = operation.getSecurity();
    List<SecurityRequirement> required = own == null ? ofDocument : own;
    if (required.isEmpty()) {
      return OPEN;
    }
    if (required.stream().anyMatch(SecurityRequirement::isEmpty)) {
      return OPTIONAL;
    }
    var extensions = operation.getExtensions();
    return extensions != null && "admin".equals(extensions.get("x-role")) ? ADMIN : SIGNED_IN;
  }
}
