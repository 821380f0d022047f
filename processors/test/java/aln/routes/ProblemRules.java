package aln.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every way in which an operation can fail has its name in the contract. */
final class ProblemRules {

  private static final String PROBLEM = "application/problem+json";

  /** What a bean throws: {@code Problem.conflict("email-taken", …}. */
  private static final Pattern THROWN =
      Pattern.compile(
          "Problem\\s*\\.(?:of\\(\\s*\\d+,|conflict\\(|unprocessable\\(|unauthorized\\()"
              + "\\s*\"([a-z-]+)\"");

  /**
   * Dropped and fetched files have no request to answer; no operation sells, refunds or pays out
   * yet.
   */
  private static final Set<String> NO_REQUEST =
      Set.of("drop", "fetch", "prices", "sales", "payouts");

  /** A method or path outside of the contract is no answer of an operation. */
  private static final Set<String> NO_OPERATION = Set.of("method-not-allowed");

  private ProblemRules() {}

  /** What follows from the operation's form: who may call, what it takes. */
  static List<String> unnamedRefusals(List<ContractFile> files) {
    List<String> missing = new ArrayList<>();
    for (ContractFile file : files) {
      for (ContractFile.Call call : file.calls()) {
        for (String status : expected(call)) {
          if (!call.answers().has(status)) {
            missing.add(call.id() + " can answer " + status + " and does not say so");
          }
        }
      }
    }
    return missing;
  }

  private static Set<String> expected(ContractFile.Call call) {
    Set<String> statuses = new LinkedHashSet<>(List.of("400", "default"));
    if (!call.isOpen()) {
      statuses.add("401");
    }
    if (call.isForAdmins()) {
      statuses.add("403");
    }
    if (call.path().contains("{")) {
      statuses.add("404");
    }
    if (call.body().isObject()) {
      statuses.addAll(List.of("413", "415"));
    }
    if (call.takesKey()) {
      statuses.addAll(List.of("409", "422"));
    }
    if (!call.id().equals("health")) { // always asked, never counted
      statuses.add("429");
    }
    return statuses;
  }

  /** Each is shown by an example of its name, with the status that it is answered with. */
  static List<String> misnamed(List<ContractFile> files) {
    List<String> wrong = new ArrayList<>();
    for (ContractFile file : files) {
      for (ContractFile.Call call : file.calls()) {
        for (Map.Entry<String, JsonNode> answer : call.answers().properties()) {
          JsonNode content = file.resolve(answer.getValue()).path("content").path(PROBLEM);
          boolean failure = !answer.getKey().startsWith("2") && !content.isMissingNode();
          if (failure && !content.has("examples")) {
            wrong.add(call.id() + " " + answer.getKey() + " names no problem");
          }
          for (var example : content.path("examples").properties()) {
            JsonNode shown = file.resolve(example.getValue()).path("value");
            if (!isNamed(example.getKey(), answer.getKey(), shown)) {
              wrong.add(call.id() + " " + answer.getKey() + " shows " + example.getKey());
            }
          }
        }
      }
    }
    return wrong;
  }

  private static boolean isNamed(String code, String status, JsonNode shown) {
    String words = code.replace('-', ' ');
    String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    return shown.path("type").asText().equals("/problems/" + code)
        && shown.path("title").asText().equals(title)
        && !shown.path("detail").asText().isBlank()
        && (status.equals("default") || shown.path("status").asText().equals(status));
  }

  /** Codes that beans throw and nobody can read about. */
  static Set<String> unknown(List<ContractFile> files, Path sources) {
    Set<String> unknown = new TreeSet<>();
    thrown(sources)
        .filter(code -> !NO_OPERATION.contains(code))
        .filter(code -> named(files).stream().noneMatch(each -> fits(code, each)))
        .forEach(unknown::add);
    return unknown;
  }

  /** Codes of the contract that stand nowhere in the sources. */
  static Set<String> neverThrown(List<ContractFile> files, Path sources) {
    String all = String.join("\n", texts(sources).toList());
    Set<String> dead = new TreeSet<>(named(files));
    dead.removeIf(code -> all.contains('"' + code + '"'));
    dead.removeIf(code -> thrown(sources).anyMatch(each -> fits(each, code)));
    return dead;
  }

  /** {@code "upload-" + state} stands for all that begin so. */
  private static boolean fits(String thrown, String named) {
    return thrown.endsWith("-") ? named.startsWith(thrown) : named.equals(thrown);
  }

  private static Set<String> named(List<ContractFile> files) {
    Set<String> named = new TreeSet<>();
    for (ContractFile file : files) {
      file.components("examples").properties().stream()
          .filter(each -> each.getValue().at("/value/type").asText().startsWith("/problems/"))
          .forEach(each -> named.add(each.getKey()));
    }
    return named;
  }

  private static Stream<String> thrown(Path sources) {
    return texts(sources)
        .flatMap(text -> THROWN.matcher(text).results().map(found -> found.group(1)));
  }

  private static Stream<String> texts(Path sources) {
    return Yaml.files(sources, ".java").stream()
        .filter(file -> !NO_REQUEST.contains(file.getParent().getFileName().toString()))
        .map(Yaml::text);
  }
}
