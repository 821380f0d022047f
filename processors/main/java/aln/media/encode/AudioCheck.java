package aln.media.encode;

import aln.media.BadOutput;
import aln.media.encode.FragmentedMp4.Fragment;
import aln.media.plan.EncodeAudio;

/** One track of sound: from zero on without a gap, segments of the planned length. */
record AudioCheck(EncodeAudio spec, FragmentedMp4 mp4) {

  void check() {
    if (mp4.fragments().isEmpty()) {
      throw bad("holds no sound");
    }
    if (mp4.timescale() != EncodeAudio.SAMPLE_RATE) {
      throw bad("has " + mp4.timescale() + " ticks a second");
    }
    long next = 0;
    for (Fragment fragment : mp4.fragments()) {
      if (fragment.decodeTime() != next) {
        throw bad("has a gap at " + next + ": the next segment begins at " + fragment.decodeTime());
      }
      next += fragment.duration();
    }
  }

  private BadOutput bad(String what) {
    return new BadOutput("Track " + spec.rendition().name() + " " + what);
  }
}
