package aln.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The JSON Schemas (2020-12) of {@code openapi/messages}, one for each event type; every consumer
 * asks here first.
 */
@Component
public class MessageSchemas {

  private static final String VERSION = ".v1.json";

  /** What is wrong with a message is clear after a few. */
  private static final int FAULTS = 10;

  private final ObjectMapper json;
  private final Map<String, JsonSchema> schemas = new TreeMap<>();

  public MessageSchemas(ObjectMapper json) throws IOException {
    this.json = json;
    var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    var files = new PathMatchingResourcePatternResolver();
    for (Resource file : files.getResources("classpath:openapi/messages/*" + VERSION)) {
      String type = Optional.ofNullable(file.getFilename()).orElseThrow().replace(VERSION, "");
      schemas.put(type, factory.getSchema(file.getInputStream()));
    }
  }

  /**
   * The body as a tree, when it is what its type promises.
   *
   * @param type CloudEvents type, such as {@code task.done}
   * @throws InvalidMessage with every reason why not
   */
  public JsonNode check(@Nullable String type, String body) {
    JsonSchema schema = type == null ? null : schemas.get(type);
    if (schema == null) {
      throw new InvalidMessage("No schema is known for messages of type " + type);
    }
    JsonNode tree = parse(body);
    var faults = faults(schema, tree);
    if (!faults.isEmpty()) {
      throw new InvalidMessage(
          faults.stream().limit(FAULTS).map(Object::toString).collect(Collectors.joining("; ")));
    }
    return tree;
  }

  /** A pattern with a repeated group needs stack for every repetition in the text. */
  private static Set<ValidationMessage> faults(JsonSchema schema, JsonNode tree) {
    try {
      return schema.validate(tree);
    } catch (StackOverflowError tooLong) {
      throw new InvalidMessage("A text in it is too long for the pattern of its schema");
    }
  }

  private JsonNode parse(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException broken) {
      throw new InvalidMessage("Not JSON: " + broken.getOriginalMessage());
    }
  }
}
