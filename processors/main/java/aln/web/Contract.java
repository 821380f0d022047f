package aln.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** All files of {@code openapi/}, of running services and others. Immutable after construction. */
@Component
public class Contract {

  private final List<OpenAPI> documents;
  private final List<ContractOperation> operations;

  public Contract() throws IOException {
    this(new PathMatchingResourcePatternResolver().getResources("classpath:openapi/*.yaml"));
  }

  Contract(Resource... files) throws IOException {
    List<OpenAPI> read = new ArrayList<>();
    for (Resource file : sorted(files)) {
      read.add(parse(file));
    }
    documents = List.copyOf(read);
    operations = documents.stream().flatMap(each -> operationsOf(each).stream()).toList();
  }

  /** One document a base path, in the order of their file names. */
  public List<OpenAPI> documents() {
    return documents;
  }

  public List<ContractOperation> operations() {
    return operations;
  }

  /**
   * The operation that a request means; the most specific path wins, whatever may be done there.
   * HEAD means GET, and a slash at the end of the path means nothing.
   */
  public Optional<ContractOperation> find(String method, String path) {
    String declared = method.equals("HEAD") ? "GET" : method;
    return at(path).filter(each -> each.method().equals(declared)).findFirst();
  }

  /** What may be done at a path, for {@code Allow}; empty where there is nothing. */
  Set<String> methods(String path) {
    return methods(path, each -> true);
  }

  /** The same, of these operations only. */
  Set<String> methods(String path, Predicate<ContractOperation> served) {
    Set<String> methods = new TreeSet<>();
    at(path).filter(served).forEach(each -> methods.add(each.method()));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    if (!methods.isEmpty()) {
      methods.add("OPTIONS");
    }
    return methods;
  }

  private Stream<ContractOperation> at(String path) {
    PathContainer parsed = PathContainer.parsePath(withoutSlash(path));
    Optional<PathPattern> meant =
        operations.stream()
            .map(ContractOperation::pattern)
            .filter(each -> each.matches(parsed))
            .min(PathPattern.SPECIFICITY_COMPARATOR);
    return meant.stream()
        .flatMap(pattern -> operations.stream().filter(each -> each.pattern().equals(pattern)));
  }

  /** Whether a path lies below one of the documents, declared or not. */
  public boolean covers(String path) {
    String slashed = withoutSlash(path) + "/";
    return documents.stream().anyMatch(each -> slashed.startsWith(base(each) + "/"));
  }

  /** Where the paths of a document begin: {@code /api/assets}. */
  public static String base(OpenAPI document) {
    return document.getServers().get(0).getUrl();
  }

  private static List<Resource> sorted(Resource... files) {
    return Arrays.stream(files)
        .sorted(Comparator.comparing(each -> String.valueOf(each.getFilename())))
        .toList();
  }

  private static OpenAPI parse(Resource file) throws IOException {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    String text = file.getContentAsString(StandardCharsets.UTF_8);
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(text, null, options);
    if (result.getOpenAPI() == null || !result.getMessages().isEmpty()) {
      throw new IllegalStateException(file + " is not a contract: " + result.getMessages());
    }
    return result.getOpenAPI();
  }

  private static List<ContractOperation> operationsOf(OpenAPI document) {
    List<ContractOperation> found = new ArrayList<>();
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            found.add(
                                new ContractOperation(
                                    operation.getOperationId(),
                                    method.name(),
                                    pattern(base(document) + path),
                                    Access.of(operation, document.getSecurity()),
                                    operation,
                                    document))));
    return found;
  }

  private static PathPattern pattern(String path) {
    return PathPatternParser.defaultInstance.parse(withoutSlash(path));
  }

  static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
