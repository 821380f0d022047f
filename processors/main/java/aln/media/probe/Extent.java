package aln.media.probe;

import aln.media.MediaSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * From when to when a source goes: what its container promises against what was really found at its
 * end. Microseconds on the source's own clock.
 *
 * @param startMicros of the first stream
 * @param promisedMicros the container's duration; 0 where it has none
 * @param seenMicros from the start to the end of the last packet found
 * @param whole whether the listing of packets reached the end of the file
 * @param firm whether the container's duration comes from an index or header that is exact
 * @param size in bytes, 0 where unknown
 */
record Extent(
    long startMicros,
    long promisedMicros,
    long seenMicros,
    boolean whole,
    boolean firm,
    long size) {

  /** Below this, in bits a second, a long file is a hole and not a film. */
  private static final long LEAST_BIT_RATE = 200;

  static Extent of(JsonNode answer, List<Probed> streams) {
    JsonNode format = answer.path("format");
    long start = Probed.micros(format, "start_time").orElse(0L);
    long promised = Probed.micros(format, "duration").orElse(0L);
    long seen =
        streams.stream()
            .flatMap(stream -> stream.seenEndMicros(0).stream())
            .max(Long::compare)
            .map(end -> end - start)
            .orElse(0L);
    boolean sane = promised == 0 || seen <= promised * 3 / 2 + 10_000_000;
    String name = format.path("format_name").asText();
    boolean indexed = name.startsWith("mov") || name.startsWith("matroska");
    boolean firm = promised > 0 && indexed;
    // These two count their duration from zero, wherever the first stream begins.
    promised = indexed ? Math.max(0, promised - Math.max(0, start)) : promised;
    boolean limited = answer.path("packets").size() >= InspectCommands.HEAD + InspectCommands.TAIL;
    boolean near = seen > 0 && (promised == 0 || seen >= promised - slack(promised));
    return new Extent(
        start,
        promised,
        sane ? seen : promised,
        sane && near && !limited,
        firm && !limited,
        format.path("size").asLong());
  }

  void refuse(MediaSettings.Limits limits) {
    if (durationMicros() > limits.duration().toMillis() * 1000) {
      throw Refusals.tooLong(durationMicros() / 1_000_000, limits.duration().toSeconds());
    }
    if (firm && seenMicros < promisedMicros - slack(promisedMicros)) {
      throw Refusals.truncated(seenMicros / 1_000_000, promisedMicros / 1_000_000);
    }
    if (size > 0
        && durationMicros() > 120_000_000
        && size * 8_000_000 / durationMicros() < LEAST_BIT_RATE) {
      throw Refusals.mostlyEmpty(durationMicros() / 1_000_000);
    }
  }

  /** Whether the end was seen. */
  boolean seen() {
    return whole;
  }

  long durationMicros() {
    return whole ? seenMicros : Math.max(promisedMicros, seenMicros);
  }

  /**
   * Where a stream ends: the end of its last packet where the end of the file was seen, else what
   * it promises, else the end of the file.
   *
   * @param leastLast how long its last packet lasts at least: containers often do not know
   */
  long endOf(Probed stream, long leastLast) {
    Optional<Long> seen = stream.seenEndMicros(leastLast);
    if (whole && seen.isPresent()) {
      return seen.get();
    }
    return stream
        .promisedMicros()
        .map(promised -> stream.startMicros().orElse(startMicros) + promised)
        .orElse(startMicros + durationMicros());
  }

  private static long slack(long promised) {
    return Math.max(1_000_000, promised / 50);
  }
}
