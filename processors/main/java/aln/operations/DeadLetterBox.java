package aln.operations;

import aln.messages.Remains;
import aln.sql.Json;
import aln.sql.Sql;
import aln.tracing.Trace;
import aln.tracing.TracedSteps;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where dead letters come in. Whatever a message holds, it is kept: one that could not be would
 * hold up the letters behind it.
 */
@Component
public class DeadLetterBox {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");

  /** What an index takes. */
  private static final int LONGEST_NAME = 200;

  private final Sql sql;
  private final Json json;

  public DeadLetterBox(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /** Keeps what came into the dead-letter queue; the same message is kept once. */
  public void keep(Map<String, Object> headers, @Nullable String body) {
    Remains remains = Remains.of(headers, body);
    Map<String, String> texts = remains.headers();
    sql.statement("operations/park-dead-letter")
        .param("id", UUID.randomUUID())
        .param("messageId", name(texts.get("cloudEvents_id")))
        .param("queue", Optional.ofNullable(name(queue(texts))).orElse("unknown"))
        .param("type", name(texts.get("cloudEvents_type")))
        .param("code", code(texts))
        .param("cause", cause(texts))
        .param("detail", texts.get("aln-detail"))
        .param("attempts", number(texts.get("aln-attempts")))
        .param("task", uuid(texts.get("aln-task")))
        .param("asset", uuid(texts.getOrDefault("aln-asset", texts.get("cloudEvents_subject"))))
        .param("trace", Trace.read(texts.get(TracedSteps.HEADER)).map(Trace::id).orElse(null))
        .param("headers", json.text(texts))
        .param("body", remains.body())
        .update();
  }

  private static @Nullable String queue(Map<String, String> headers) {
    return headers.getOrDefault("aln-queue", headers.get("x-first-death-queue"));
  }

  /** The hub's own, or the broker's word for why it gave the message up. */
  private static String code(Map<String, String> headers) {
    String said = headers.getOrDefault("aln-code", headers.get("x-first-death-reason"));
    String code = said == null ? "unknown" : said.replace('_', '-');
    return code.length() <= LONGEST_NAME && CODE.matcher(code).matches() ? code : "unknown";
  }

  private static String cause(Map<String, String> headers) {
    String death = headers.get("x-first-death-reason");
    String broker = death == null ? "unknown" : "The broker gave it up: " + death;
    return headers.getOrDefault("aln-cause", broker);
  }

  private static @Nullable String name(@Nullable String text) {
    return text == null ? null : Remains.storable(text, LONGEST_NAME);
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text == null || !NUMBER.matcher(text).matches() ? null : Integer.valueOf(text);
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    return text == null || !UUID_FORM.matcher(text).matches() ? null : UUID.fromString(text);
  }
}
