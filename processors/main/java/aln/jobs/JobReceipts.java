package aln.jobs;

import aln.media.measure.Measurement;
import aln.media.measure.Measurement.Loudness;
import aln.media.measure.Measurement.Ssim;
import aln.media.plan.TitleFit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The receipts of a job as {@code openapi/jobs.yaml} shows them.
 *
 * @param samples the evidence that its ladder rests on; empty where none was taken
 */
public record JobReceipts(
    UUID jobId,
    UUID assetId,
    int version,
    String profile,
    List<TitleFit.Rung> samples,
    List<RenditionReceipt> renditions,
    List<TaskReceipt> tasks) {

  /** How one task's output was made and what it is. */
  public record TaskReceipt(
      String kind,
      int ordinal,
      int attempt,
      String worker,
      String tool,
      double seconds,
      List<String> command,
      List<Measurement> made) {}

  /**
   * All tasks' parts of one rendition together.
   *
   * @param parts how many tasks
   * @param encodeSeconds of the commands that made it, other renditions included
   * @param command the first one
   */
  public record RenditionReceipt(
      String name,
      int parts,
      @Nullable Long framesIn,
      @Nullable Long framesOut,
      @Nullable Double secondsIn,
      double secondsOut,
      long bytes,
      @Nullable Ssim ssim,
      @Nullable Loudness loudness,
      double encodeSeconds,
      List<String> tools,
      List<String> command) {

    static List<RenditionReceipt> of(List<TaskReceipt> tasks) {
      Map<String, List<TaskReceipt>> byName =
          tasks.stream()
              .flatMap(task -> task.made().stream().map(made -> Map.entry(made.rendition(), task)))
              .collect(
                  Collectors.groupingBy(
                      Map.Entry::getKey,
                      LinkedHashMap::new,
                      Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
      return byName.entrySet().stream().map(each -> of(each.getKey(), each.getValue())).toList();
    }

    private static RenditionReceipt of(String name, List<TaskReceipt> tasks) {
      List<Measurement> made =
          tasks.stream()
              .flatMap(task -> task.made().stream())
              .filter(each -> each.rendition().equals(name))
              .toList();
      return new RenditionReceipt(
          name,
          tasks.size(),
          frames(made, Measurement::framesIn),
          frames(made, Measurement::framesOut),
          values(made, Measurement::secondsIn).reduce(Double::sum).orElse(null),
          made.stream().mapToDouble(Measurement::secondsOut).sum(),
          made.stream().mapToLong(Measurement::bytes).sum(),
          ssim(values(made, Measurement::ssim).toList()),
          values(made, Measurement::loudness).findFirst().orElse(null),
          tasks.stream().mapToDouble(TaskReceipt::seconds).sum(),
          tasks.stream().map(TaskReceipt::tool).distinct().toList(),
          tasks.get(0).command());
    }

    private static @Nullable Long frames(
        List<Measurement> made, Function<Measurement, @Nullable Long> count) {
      return values(made, count).reduce(Long::sum).orElse(null);
    }

    private static <T> Stream<T> values(
        List<Measurement> made, Function<Measurement, @Nullable T> value) {
      return made.stream().map(value).flatMap(Stream::ofNullable);
    }

    /** Of all frames that were compared. */
    private static @Nullable Ssim ssim(List<Ssim> parts) {
      int frames = parts.stream().mapToInt(Ssim::frames).sum();
      return frames == 0
          ? null
          : new Ssim(
              parts.stream().mapToDouble(each -> each.mean() * each.frames()).sum() / frames,
              parts.stream().mapToDouble(Ssim::worst).min().orElseThrow(),
              frames);
    }
  }
}
