package aln.media.encode;

import aln.media.BadOutput;
import aln.media.MediaRefused;
import aln.media.encode.FragmentedMp4.Fragment;
import aln.media.plan.EncodeVideo;
import java.util.List;

/** One rendition of one chunk against its plan. */
record VideoCheck(EncodeVideo spec, String rendition, FragmentedMp4 mp4) {

  void check() {
    List<Fragment> fragments = mp4.fragments();
    if (fragments.isEmpty()) {
      throw new MediaRefused(
          "picture-unreadable",
          "Not one frame of this video could be decoded. Export it again and upload that.");
    }
    timescale();
    for (int i = 0; i < fragments.size(); i++) {
      boundary(fragments.get(i), i, i == fragments.size() - 1);
    }
    length(fragments.stream().mapToLong(Fragment::samples).sum());
  }

  private void timescale() {
    if (mp4.timescale() != spec.rate().timescale()) {
      throw bad("has " + mp4.timescale() + " ticks a second, not " + spec.rate().timescale());
    }
  }

  private void boundary(Fragment fragment, int index, boolean last) {
    long frame = spec.chunk().firstFrame() + (long) index * spec.segmentFrames();
    if (fragment.decodeTime() != frame * spec.rate().frameTicks()) {
      throw bad(
          "segment " + index + " begins at " + fragment.decodeTime() + ", not frame " + frame);
    }
    boolean full = fragment.samples() == spec.segmentFrames();
    if (!full && (!last || fragment.samples() > spec.segmentFrames())) {
      throw bad("segment " + index + " has " + fragment.samples() + " frames");
    }
    if (fragment.duration() != (long) fragment.samples() * spec.rate().frameTicks()) {
      throw bad("segment " + index + " lasts " + fragment.duration() + " ticks");
    }
    if (fragment.shownAfter() != mp4.mediaTime()) {
      throw bad("segment " + index + " is shown " + fragment.shownAfter() + " ticks late");
    }
    if (fragment.firstEnd() > fragment.length()) {
      throw bad("segment " + index + " ends within its first frame");
    }
    if (!fragment.sync()) {
      throw bad("segment " + index + " does not begin with a key frame");
    }
  }

  private void length(long frames) {
    long missing = spec.chunk().frames() - frames;
    boolean fits =
        spec.chunk().last()
            ? !spec.exactLength() || Math.abs(missing) <= tolerance()
            : missing == 0;
    if (!fits) {
      throw bad("holds %d of %d frames".formatted(frames, spec.chunk().frames()));
    }
  }

  /** Where frames come irregularly, how long the last one is shown is a matter of opinion. */
  private long tolerance() {
    return spec.picture().variable() ? Math.max(2, spec.rate().frames(500_000)) : 1;
  }

  private BadOutput bad(String what) {
    return new BadOutput(
        "Rendition %s, chunk %d: %s. The source may be damaged or was not read to its end."
            .formatted(rendition, spec.chunk().index(), what));
  }
}
