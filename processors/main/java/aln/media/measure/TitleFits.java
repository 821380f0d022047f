package aln.media.measure;

import aln.media.plan.PerTitle;
import aln.media.plan.Sampling;
import aln.media.plan.TitleFit;
import aln.media.plan.VideoRendition;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From what the samples' encoders said to the ladder of one film. */
@Component
public class TitleFits {

  /** libx264's last words. */
  private static final Pattern SSIM = Pattern.compile("SSIM Mean Y:([0-9.]+)");

  private static final Pattern KILOBITS = Pattern.compile("kb/s:([0-9.]+)");

  /** A rung that takes more of the next larger one's bits saves too little. */
  private static final double NEARLY = 0.8;

  /** What enlarging may lose beside what encoding loses anyway. */
  private static final double SLIGHTLY = 0.25;

  /** A sample misses the hardest moments of a film: the cap leaves them room. */
  private static final double ROOM = 3;

  /** Of the ladder's cap, however easy the samples were. */
  private static final double LEAST_CAP = 0.35;

  /**
   * @param said the last words of FFmpeg
   * @param directory where it ran
   * @return {@link TitleFit#NONE} when the words do not fit the samples
   */
  public TitleFit of(Sampling spec, String said, File directory) {
    double[] ssim = numbers(SSIM, said).toArray();
    double[] bits = numbers(KILOBITS, said).map(each -> each * 1000).toArray();
    int encoders = spec.candidates().size() + 1;
    if (ssim.length != encoders || bits.length != encoders) {
      return TitleFit.NONE;
    }
    Steps steps = Steps.between(spec, ssim, bits);
    List<TitleFit.Rung> rungs = new ArrayList<>();
    long above = Long.MAX_VALUE;
    for (int i = 0; i < spec.candidates().size(); i++) {
      TitleFit.Rung rung = rung(spec, i, ssim[i], bits[i], steps, directory, above);
      above = rung.leftOut() == null ? rung.expectedBitRate() : above;
      rungs.add(rung);
    }
    return new TitleFit(rungs);
  }

  private static TitleFit.Rung rung(
      Sampling spec, int place, double ssim, double bits, Steps steps, File directory, long above) {
    VideoRendition own = spec.candidates().get(place);
    boolean smallest = place == spec.candidates().size() - 1;
    Double enlarged =
        smallest ? null : Measurements.meanSsim(new File(directory, own.name() + ".enlarged"));
    int quality = steps.qualityFor(spec, ssim);
    long expected = Math.round(bits * Math.exp(steps.bits() * (spec.quality() - quality)));
    long cap =
        Math.round(Math.min(own.bitRate(), Math.max(own.bitRate() * LEAST_CAP, expected * ROOM)));
    return new TitleFit.Rung(
        own.name(),
        spec.quality(),
        ssim,
        Math.round(bits),
        enlarged,
        quality,
        expected,
        cap,
        place == 0 || smallest ? null : leftOut(spec, enlarged, expected, above));
  }

  /** The source's own size and the smallest stay: one is what was uploaded, one plays anywhere. */
  private static @Nullable String leftOut(
      Sampling spec, @Nullable Double enlarged, long expected, long above) {
    double allowed = SLIGHTLY * (1 - spec.rules().target());
    if (enlarged != null && 1 - enlarged <= allowed) {
      return "the next smaller one looks as good";
    }
    return expected > NEARLY * above ? "it saves too little beside the next larger one" : null;
  }

  private static DoubleStream numbers(Pattern pattern, String text) {
    return pattern.matcher(text).results().mapToDouble(found -> Double.parseDouble(found.group(1)));
  }

  /**
   * What one step of the constant rate factor does to this film.
   *
   * @param decibels of SSIM that it loses
   * @param bits natural logarithm of the bits that it saves
   */
  private record Steps(double decibels, double bits) {

    static Steps between(Sampling spec, double[] ssim, double[] bits) {
      int last = ssim.length - 1;
      double apart = spec.secondQuality() - spec.quality();
      double decibels = (decibels(ssim[last - 1]) - decibels(ssim[last])) / apart;
      double saved = Math.log(Math.max(1, bits[last - 1]) / Math.max(1, bits[last])) / apart;
      return new Steps(within(decibels, 0.15, 0.8), within(saved, 0.04, 0.25));
    }

    int qualityFor(Sampling spec, double ssim) {
      PerTitle rules = spec.rules();
      double spare = decibels(ssim) - TitleFits.decibels(rules.target());
      return (int)
          within(Math.round(spec.quality() + spare / decibels), rules.best(), rules.worst());
    }

    private static double within(double value, double least, double most) {
      return Math.max(least, Math.min(most, value));
    }

    private static double decibels(double ssim) {
      return TitleFits.decibels(ssim);
    }
  }

  /** Evenly spaced to the eye, unlike SSIM itself. */
  private static double decibels(double ssim) {
    return -10 * Math.log10(1 - Math.min(ssim, 0.99999));
  }
}
