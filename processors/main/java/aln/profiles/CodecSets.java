package aln.profiles;

import aln.ffmpeg.Abilities;
import aln.ffmpeg.FfmpegTools;
import aln.media.MediaSettings;
import aln.media.plan.Codec;
import aln.media.plan.CodecSet;
import aln.media.plan.Ladder;
import aln.media.plan.Ladders;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Which ladders' second sets can be made here: where the hub's owner wants any, and FFmpeg has the
 * encoder and a decoder to look at what came out.
 */
@Component
public class CodecSets implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(CodecSets.class);

  private final boolean wanted;
  private final Supplier<Abilities> abilities;

  @Autowired
  public CodecSets(MediaSettings settings, FfmpegTools tools) {
    this(settings.secondSets(), tools::abilities);
  }

  CodecSets(boolean wanted, Supplier<Abilities> abilities) {
    this.wanted = wanted;
    this.abilities = abilities;
  }

  /** Says at the start what a job would otherwise leave out in silence. */
  @Override
  public void afterSingletonsInstantiated() {
    if (wanted) {
      Ladders.all().stream().map(this::missing).flatMap(Optional::stream).forEach(LOG::warn);
    }
  }

  /** Whether nothing of the ladder would be left out. */
  public boolean allow(Ladder ladder) {
    return ladder.then() == null || wanted && missing(ladder).isEmpty();
  }

  /** The ladder without what cannot be made, or is not wanted, here. */
  public Ladder possible(Ladder ladder) {
    return allow(ladder) ? ladder : ladder.alone();
  }

  /** What FFmpeg has not that the ladder's second set needs, and what mends it. */
  Optional<String> missing(Ladder ladder) {
    return Optional.ofNullable(ladder.then())
        .map(CodecSet::codec)
        .flatMap(codec -> lack(codec).map(lack -> words(ladder, codec, lack)));
  }

  private Optional<String> lack(Codec codec) {
    if (!abilities.get().encodes(codec.encoder())) {
      return Optional.of("the encoder " + codec.encoder());
    }
    return codec.decoders().stream().noneMatch(abilities.get()::decodes)
        ? Optional.of("the decoder " + String.join(" or ", codec.decoders()))
        : Optional.empty();
  }

  private String words(Ladder ladder, Codec codec, String lack) {
    return "The profile %s is not offered: it needs %s for its second set (%s), which FFmpeg %s (%s) has not. %s"
        .formatted(
            ladder.name(),
            lack,
            codec.word(),
            abilities.get().version(),
            abilities.get().installation().ffmpeg(),
            "Name one that has it in ALN_FFMPEG, or set ALN_MEDIA_SECOND_SETS=false.");
  }
}
