package aln.media.plan;

import aln.media.probe.Inspection;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether and where a source is sampled. */
@Component
public class Samplings {

  /** From fewer frames nothing can be told. */
  private static final int FEWEST = 6;

  /** Decoding a pixel beside encoding one, about. */
  private static final double DECODING = 0.3;

  private final Renditions renditions;

  public Samplings(Renditions renditions) {
    this.renditions = renditions;
  }

  /**
   * Null where the ladder wants no samples, or where they would say little or take too long: sound
   * alone, a film that is hardly longer than its samples, one whose end is not known, one that has
   * to be tone-mapped, too many pixels.
   */
  public @Nullable Sampling plan(Inspection source, Ladder ladder) {
    PerTitle rules = ladder.perTitle();
    if (rules == null || source.video() == null || !source.exactDuration()) {
      return null;
    }
    Plan plan = renditions.plan(source, ladder);
    EncodeVideo spec = plan.encodeVideo().get(0);
    long duration = plan.durationMicros();
    int frames = frames(spec, rules);
    boolean longEnough = duration > 2 * rules.places() * spec.rate().micros(frames);
    if (frames < FEWEST || !longEnough || isToneMapped(spec.picture())) {
      return null;
    }
    List<Long> places =
        LongStream.range(0, rules.places())
            .mapToObj(i -> duration * (2 * i + 1) / (2 * rules.places()))
            .toList();
    return new Sampling(spec.picture(), spec.rate(), places, frames, plan.video(), rules);
  }

  private static int frames(EncodeVideo spec, PerTitle rules) {
    Picture picture = spec.picture();
    VideoRendition smallest = spec.renditions().get(spec.renditions().size() - 1);
    double encoded = spec.renditions().stream().mapToDouble(VideoRendition::pixels).sum();
    double each =
        encoded
            + smallest.pixels()
            + DECODING * picture.storedWidth() * (double) picture.storedHeight();
    double affordable = rules.megapixels() * 1e6 / (each * rules.places());
    return (int) Math.min(affordable, rules.seconds() * spec.rate().perSecond());
  }

  private static boolean isToneMapped(Picture picture) {
    return picture.range() == Picture.Range.PQ || picture.range() == Picture.Range.HLG;
  }
}
