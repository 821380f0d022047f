package aln.kustomize;

import aln.routes.Yaml;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Schemas of Kubernetes resources, made strict: an unknown field is a fault, where a cluster would
 * only drop it.
 */
final class StrictSchemas {

  private final Map<String, JsonSchema> schemas = new HashMap<>();

  /** Those of a folder of CustomResourceDefinitions. */
  StrictSchemas(File folder) {
    for (Path file : Yaml.files(folder.toPath(), ".yaml")) {
      JsonNode definition = Yaml.read(file).path("spec");
      String kind = definition.at("/names/kind").asText();
      for (JsonNode version : definition.path("versions")) {
        String group = definition.path("group").asText() + "/" + version.path("name").asText();
        JsonNode schema = version.at("/schema/openAPIV3Schema");
        makeStrict(schema);
        schemas.put(
            group + " " + kind,
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema));
      }
    }
  }

  /** What is wrong with a resource; empty when nothing is. */
  List<String> faults(JsonNode resource) {
    String type = resource.path("apiVersion").asText() + " " + resource.path("kind").asText();
    JsonSchema schema = schemas.get(type);
    return schema == null
        ? List.of("No schema is known for " + type)
        : schema.validate(resource).stream().map(Object::toString).toList();
  }

  private static void makeStrict(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && schema.path("properties").isObject()
        && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()
        && !schema.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.elements().forEachRemaining(StrictSchemas::makeStrict);
  }
}
