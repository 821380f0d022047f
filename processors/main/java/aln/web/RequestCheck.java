package aln.web;

import aln.problems.ProblemDetails.Mismatch;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.atlassian.oai.validator.report.ValidationReport.MessageContext.Pointers;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds requests against the contract. The validators are built once a document: building one costs
 * ten times as much as using it.
 */
@Component
public class RequestCheck {

  private static final Pattern PATH_PREFIX = Pattern.compile("^\\[Path '[^']*'] ");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private final Map<OpenAPI, OpenApiInteractionValidator> validators = new IdentityHashMap<>();

  public RequestCheck(Contract contract) {
    contract.documents().forEach(each -> validators.put(each, validator(each)));
  }

  /** What does not fit; empty when all is well. Who the caller is plays no part. */
  public List<Mismatch> mismatches(ContractOperation operation, SimpleRequest request) {
    OpenApiInteractionValidator validator = validators.get(operation.document());
    if (validator == null) {
      throw new IllegalArgumentException(operation.id() + " is of another contract");
    }
    return validator.validateRequest(request).getMessages().stream()
        .filter(each -> each.getLevel() == Level.ERROR)
        .flatMap(RequestCheck::mismatches)
        .distinct()
        .toList();
  }

  private static OpenApiInteractionValidator validator(OpenAPI document) {
    LevelResolver levels =
        LevelResolver.create().withLevel("validation.request.security", Level.IGNORE).build();
    return OpenApiInteractionValidator.createFor(document).withLevelResolver(levels).build();
  }

  private static Stream<Mismatch> mismatches(Message message) {
    String text = PATH_PREFIX.matcher(message.getMessage()).replaceFirst("");
    String field = field(message);
    if (message.getKey().endsWith("schema.required")) {
      return named(field, text, "is required");
    }
    if (message.getKey().endsWith("schema.additionalProperties")) {
      return named(field, text, "is not part of the contract");
    }
    return Stream.of(new Mismatch(field, text));
  }

  /** One mismatch for each property that the text quotes. */
  private static Stream<Mismatch> named(@Nullable String parent, String text, String message) {
    String prefix = parent == null ? "" : parent + "/";
    return QUOTED
        .matcher(text)
        .results()
        .map((MatchResult each) -> new Mismatch(prefix + each.group(1), message));
  }

  private static @Nullable String field(Message message) {
    return message
        .getContext()
        .flatMap(
            context ->
                context
                    .getParameter()
                    .map(Parameter::getName)
                    .or(() -> context.getPointers().map(Pointers::getInstance)))
        .map(each -> each.startsWith("/") ? each.substring(1) : each)
        .filter(each -> !each.isEmpty())
        .orElse(null);
  }
}
