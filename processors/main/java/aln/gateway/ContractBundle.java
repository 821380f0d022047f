package aln.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.springframework.core.io.Resource;

/**
 * All files of {@code openapi/} as one OpenAPI 3.0.3 document: paths whole and without a slash at
 * their end, components together.
 */
final class ContractBundle {

  private final ObjectMapper json = new ObjectMapper();
  private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
  private final ObjectNode bundle = json.createObjectNode();

  private ContractBundle() {
    bundle.put("openapi", "3.0.3");
    bundle
        .putObject("info")
        .put("title", "aln")
        .put("version", "1")
        .put(
            "description",
            "Sign in, bring works in, watch them become streams, play them. Every answer says in"
                + " RateLimit how many requests are left; every problem says what to do next.");
    bundle.putArray("servers").addObject().put("url", "/");
    bundle.putArray("security").addObject().putArray("bearer");
    bundle.putArray("tags");
    bundle.putObject("paths");
    bundle.putObject("components");
  }

  /**
   * The bundle of these files, in the order of their names.
   *
   * @throws IllegalStateException when two files mean different things by one name
   */
  static ObjectNode of(Resource... files) throws IOException {
    ContractBundle bundle = new ContractBundle();
    Arrays.sort(files, Comparator.comparing(each -> String.valueOf(each.getFilename())));
    for (Resource file : files) {
      bundle.add(bundle.yaml.readTree(file.getInputStream()));
    }
    return bundle.bundle;
  }

  private void add(JsonNode document) {
    document.get("tags").forEach(bundle.withArray("tags")::add);
    String base = document.at("/servers/0/url").asText();
    document
        .get("paths")
        .properties()
        .forEach(path -> addPath(base, path, document.get("security")));
    document
        .get("components")
        .properties()
        .forEach(kind -> kind.getValue().properties().forEach(each -> addComponent(kind, each)));
  }

  private void addPath(String base, Map.Entry<String, JsonNode> path, JsonNode security) {
    String whole = base + (path.getKey().equals("/") ? "" : path.getKey());
    for (JsonNode operation : path.getValue()) {
      if (!operation.has("security")) {
        ((ObjectNode) operation).set("security", security);
      }
    }
    bundle.withObject("/paths").set(whole, path.getValue());
  }

  private void addComponent(
      Map.Entry<String, JsonNode> kind, Map.Entry<String, JsonNode> component) {
    ObjectNode known = bundle.withObject("/components").withObject("/" + kind.getKey());
    JsonNode before = known.putIfAbsent(component.getKey(), component.getValue());
    if (before != null && !before.equals(component.getValue())) {
      throw new IllegalStateException(
          "openapi/ means two things by " + kind.getKey() + "/" + component.getKey());
    }
  }
}
