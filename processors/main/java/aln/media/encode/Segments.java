package aln.media.encode;

import aln.media.BadOutput;
import aln.media.MediaRefused;
import aln.media.encode.FragmentedMp4.Fragment;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import aln.media.plan.VideoRendition;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Checks what an encoder left behind against what was planned: exit code 0 proves nothing. A source
 * that is provably cut off is refused when it is inspected; output that is short here may also come
 * from a store that failed in the middle, so it is {@link BadOutput} and worth another attempt.
 */
@Component
public class Segments {

  /**
   * One track for every rendition, all with the same boundaries.
   *
   * @throws BadOutput when frames, times or boundaries are not those of the plan
   * @throws MediaRefused when not a single frame came out although FFmpeg was content
   */
  public List<EncodedTrack> verify(EncodeVideo spec, File directory) {
    List<EncodedTrack> tracks = new ArrayList<>();
    for (VideoRendition rendition : spec.renditions()) {
      File file = new File(directory, rendition.name() + ".mp4");
      FragmentedMp4 mp4 = FragmentedMp4.read(present(file));
      new VideoCheck(spec, rendition.name(), mp4).check();
      tracks.add(track(rendition.name(), file, mp4, spec.chunk().firstSegment()));
    }
    same(tracks);
    return tracks;
  }

  /**
   * One track. How long sound lasts is not known before it is decoded, so the times must only be
   * without a gap from zero on.
   *
   * @throws BadOutput when there is no sound or its times have gaps
   */
  public List<EncodedTrack> verify(EncodeAudio spec, File directory) {
    String name = spec.rendition().name();
    File file = new File(directory, name + ".mp4");
    FragmentedMp4 mp4 = FragmentedMp4.read(present(file));
    new AudioCheck(spec, mp4).check();
    return List.of(track(name, file, mp4, 0));
  }

  /**
   * The segments that are whole of a track that is still being encoded, from the first one on;
   * empty while there is none.
   *
   * @throws BadOutput when its times have gaps
   */
  public Optional<EncodedTrack> soFar(EncodeAudio spec, File directory) {
    String name = spec.rendition().name();
    File file = new File(directory, name + ".mp4");
    return FragmentedMp4.readSoFar(file)
        .map(
            mp4 -> {
              new AudioCheck(spec, mp4).check();
              return track(name, file, mp4, 0);
            });
  }

  private static File present(File file) {
    if (!file.isFile() || file.length() == 0) {
      throw new BadOutput("The encoder did not write " + file.getName());
    }
    return file;
  }

  private static EncodedTrack track(String name, File file, FragmentedMp4 mp4, int first) {
    List<EncodedSegment> segments = new ArrayList<>();
    for (Fragment fragment : mp4.fragments()) {
      segments.add(
          new EncodedSegment(
              first + segments.size(),
              fragment.decodeTime(),
              fragment.duration(),
              fragment.offset(),
              fragment.length(),
              fragment.firstEnd()));
    }
    return new EncodedTrack(name, file, mp4.initLength(), mp4.timescale(), mp4.codec(), segments);
  }

  private static void same(List<EncodedTrack> tracks) {
    List<List<Long>> boundaries =
        tracks.stream()
            .map(track -> track.segments().stream().map(EncodedSegment::start).toList())
            .distinct()
            .toList();
    if (boundaries.size() > 1) {
      throw new BadOutput("The renditions do not share their segment boundaries: " + boundaries);
    }
  }
}
