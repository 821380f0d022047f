package aln.web;

import aln.accounts.Caller;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * Flows for the operations of services that do not run in these tests: the door is real, and the
 * answer tells what it let in.
 */
class StandIns extends RouteBuilder {

  private static final Set<String> SERVED = Set.of("/api/auth", "/api/callbacks", "/health");
  private final Contract contract;

  StandIns(Contract contract) {
    this.contract = contract;
  }

  @Override
  public void configure() {
    contract.documents().stream()
        .map(Contract::base)
        .filter(base -> !SERVED.contains(base))
        .forEach(
            base ->
                rest()
                    .openApi()
                    .specification("openapi/" + file(base) + ".yaml")
                    .missingOperation("fail"));
    contract.operations().stream()
        .filter(each -> !SERVED.contains(Contract.base(each.document())))
        .forEach(
            each ->
                from("direct:" + each.id())
                    .routeId(each.id())
                    .routeConfigurationId("rest")
                    .process(exchange -> exchange.getMessage().setBody(seen(each.id(), exchange))));
  }

  private static String file(String base) {
    return base.replaceFirst("^/(api/)?", "").replace('/', '-');
  }

  private static Map<String, Object> seen(String operation, Exchange exchange) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    exchange
        .getMessage()
        .getHeaders()
        .forEach(
            (name, value) -> arguments.put(name, value.getClass().getSimpleName() + " " + value));
    Caller caller = exchange.getVariable("caller", Caller.class);
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("operation", operation);
    seen.put("caller", caller == null ? null : caller.email());
    seen.put("arguments", arguments);
    seen.put("body", exchange.getMessage().getBody());
    return seen;
  }
}
