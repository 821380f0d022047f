package aln.web;

import aln.accounts.Callers;
import aln.problems.Problem;
import aln.problems.ProblemDetails;
import aln.problems.ProblemDetails.Mismatch;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.RestClientRequestValidator;
import org.apache.camel.support.MessageHelper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The door of every operation; Camel calls it before the flow. What does not fit the contract is
 * answered here. What fits comes in with nothing but what the contract declares:
 *
 * <ul>
 *   <li>headers: the declared path, query and header parameters, in their types;
 *   <li>body: the JSON text, which Camel then reads;
 *   <li>variable {@code caller}: who signed in, absent for nobody;
 *   <li>variable {@code address}: the network address that the request came from.
 * </ul>
 */
@Component
public class ContractDoor implements RestClientRequestValidator {

  private final Contract contract;
  private final RequestCheck check;
  private final Callers callers;
  private final Problems problems;
  private final ObjectMapper json;
  private final JsonText jsonText;

  public ContractDoor(
      Contract contract,
      RequestCheck check,
      Callers callers,
      Problems problems,
      ObjectMapper json) {
    this.contract = contract;
    this.check = check;
    this.callers = callers;
    this.problems = problems;
    this.json = json;
    this.jsonText = new JsonText(json);
  }

  @Override
  public @Nullable ValidationError validate(Exchange exchange, ValidationContext context) {
    try {
      return check(exchange);
    } catch (RuntimeException thrown) {
      return refusal(exchange.getMessage(), problems.of(thrown).details());
    }
  }

  private @Nullable ValidationError check(Exchange exchange) {
    Message message = exchange.getMessage();
    HttpServletRequest request =
        message.getHeader(Exchange.HTTP_SERVLET_REQUEST, HttpServletRequest.class);
    ContractOperation operation = ContractFilter.operation(contract, request);
    String body = MessageHelper.extractBodyAsString(message);
    List<Mismatch> mismatches =
        check.mismatches(operation, asSimpleRequest(operation, request, body));
    if (mismatches.isEmpty()) {
      mismatches = jsonText.mismatches(body);
    }
    if (mismatches.isEmpty()) {
      mismatches = Unstorable.in(request, body);
    }
    if (!mismatches.isEmpty()) {
      return refusal(message, Problem.invalid(mismatches).details());
    }
    letIn(exchange, Arguments.of(operation, request), request);
    return null;
  }

  private void letIn(Exchange exchange, Map<String, Object> arguments, HttpServletRequest request) {
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeaders(arguments);
    message.setHeader(Exchange.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
    exchange.setVariable("caller", callers.current().orElse(null));
    exchange.setVariable("address", request.getRemoteAddr());
  }

  private ValidationError refusal(Message message, ProblemDetails problem) {
    message.removeHeaders("*");
    message.setHeader(Exchange.CONTENT_TYPE, ProblemDetails.MEDIA_TYPE);
    try {
      return new ValidationError(problem.status(), json.writeValueAsString(problem));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SimpleRequest asSimpleRequest(
      ContractOperation operation, HttpServletRequest request, @Nullable String body) {
    SimpleRequest.Builder builder =
        new SimpleRequest.Builder(request.getMethod(), request.getRequestURI(), false);
    request
        .getParameterMap()
        .forEach((name, values) -> builder.withQueryParam(name, List.of(values)));
    operation.parameters().stream()
        .filter(each -> each.getIn().equals("header"))
        .map(Parameter::getName)
        .filter(each -> request.getHeader(each) != null)
        .forEach(each -> builder.withHeader(each, Collections.list(request.getHeaders(each))));
    if (body != null && !body.isEmpty()) {
      builder.withContentType(MediaType.APPLICATION_JSON_VALUE);
      builder.withBody(body, StandardCharsets.UTF_8);
    }
    return builder.build();
  }
}
