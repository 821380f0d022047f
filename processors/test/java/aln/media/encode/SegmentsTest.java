package aln.media.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.media.BadOutput;
import aln.media.FrameRate;
import aln.media.Studio;
import aln.media.Tools;
import aln.media.plan.Access;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Plan;
import aln.media.plan.VideoChunk;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real output of a small clip, so that what is checked is what FFmpeg writes. */
class SegmentsTest {

  @TempDir Path directory;

  private EncodeVideo spec;
  private List<EncodedTrack> tracks;

  @BeforeEach
  void encode() throws IOException {
    Path source = directory.resolve("source.mp4");
    Tools.ffmpeg(
        directory.toFile(),
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        "testsrc2=s=160x120:r=25:d=9",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        source.toString());
    Studio studio = new Studio(Studio.SETTINGS, directory);
    Plan plan = studio.plan(studio.inspect(source));
    spec = plan.encodeVideo().get(0);
    spec = with(new VideoChunk(0, 0, 225, 0, true, Access.INDEX));
    tracks = studio.encode(spec, source);
  }

  @Test
  void findsEverySegmentInItsPlace() throws IOException {
    EncodedTrack track = tracks.get(0);
    assertThat(track.timescale()).isEqualTo(25_000);
    assertThat(track.segments()).extracting(EncodedSegment::number).containsExactly(0, 1, 2);
    assertThat(track.segments())
        .extracting(EncodedSegment::start)
        .containsExactly(0L, 100_000L, 200_000L);
    assertThat(track.segments())
        .extracting(EncodedSegment::duration)
        .containsExactly(100_000L, 100_000L, 25_000L);
    long bytes = track.segments().stream().mapToLong(EncodedSegment::length).sum();
    assertThat(track.initLength() + bytes).isEqualTo(Files.size(track.file().toPath()));
  }

  @Test
  void knowsWhichBytesShowTheKeyFrameAlone() throws IOException {
    EncodedTrack track = tracks.get(0);
    for (EncodedSegment segment : track.segments()) {
      assertThat(segment.keyLength()).isBetween(100L, segment.length());
      Path alone = directory.resolve("alone.mp4");
      try (OutputStream out = Files.newOutputStream(alone)) {
        out.write(bytes(track.file(), 0, track.initLength()));
        out.write(bytes(track.file(), segment.offset(), segment.keyLength()));
      }
      Tools.Result decoded =
          Tools.ffprobe(
              directory.toFile(),
              "-v",
              "quiet",
              "-count_frames",
              "-show_entries",
              "stream=nb_read_frames",
              "-of",
              "csv=p=0",
              alone.toString());
      assertThat(decoded.stdout().strip()).isEqualTo("1");
    }
  }

  private static byte[] bytes(File file, long offset, long length) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      byte[] bytes = new byte[(int) length];
      in.seek(offset);
      in.readFully(bytes);
      return bytes;
    }
  }

  @Test
  void refusesAFileThatWasCutOff() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(tracks.get(0).file(), "rw")) {
      file.setLength(file.length() - 100);
    }
    assertBad(spec, "fragmented MP4");
  }

  @Test
  void findsWhatIsWholeOfASoundThatIsStillBeingWritten() throws IOException {
    Tools.ffmpeg(
        directory.toFile(),
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        "sine=d=20",
        "-c:a",
        "flac",
        "tone.flac");
    Path source = directory.resolve("tone.flac");
    Studio studio = new Studio(Studio.SETTINGS, directory);
    EncodeAudio sound = studio.plan(studio.inspect(source)).encodeAudio().get(0);
    EncodedTrack whole = studio.encode(sound, source).get(0);
    File folder = whole.file().getParentFile();
    assertThat(whole.segments()).hasSizeGreaterThan(3);
    EncodedSegment third = whole.segments().get(2);
    try (RandomAccessFile file = new RandomAccessFile(whole.file(), "rw")) {
      for (long cut : new long[] {third.offset() + third.length() - 1, third.offset() + 4}) {
        file.setLength(cut);
        assertThat(new Segments().soFar(sound, folder).orElseThrow().segments())
            .isEqualTo(whole.segments().subList(0, 2));
      }
      for (long cut : new long[] {whole.segments().get(0).offset() + 200, 20, 0}) {
        file.setLength(cut);
        assertThat(new Segments().soFar(sound, folder)).isEmpty();
      }
    }
    assertThat(whole.file().delete()).isTrue();
    assertThat(new Segments().soFar(sound, folder)).isEmpty();
  }

  @Test
  void refusesAMissingFile() {
    assertThat(tracks.get(0).file().delete()).isTrue();
    assertBad(spec, "did not write");
  }

  @Test
  void refusesTooFewFrames() {
    assertBad(with(new VideoChunk(0, 0, 240, 0, true, Access.INDEX)), "225 of 240 frames");
    assertBad(with(new VideoChunk(0, 0, 300, 0, false, Access.INDEX)), "225 of 300 frames");
  }

  @Test
  void refusesASegmentThatBeginsElsewhere() {
    assertBad(
        with(new VideoChunk(1, 100, 225, 1, true, Access.INDEX)), "begins at 0, not frame 100");
  }

  @Test
  void refusesSegmentsOfAnotherLength() {
    EncodeVideo longer =
        new EncodeVideo(
            spec.picture(),
            FrameRate.of(25, 1),
            120,
            "veryfast",
            23,
            spec.chunk(),
            true,
            spec.renditions());
    assertBad(longer, "segment 0 has 100 frames");
  }

  private void assertBad(EncodeVideo expected, String why) {
    assertThatThrownBy(() -> new Segments().verify(expected, tracks.get(0).file().getParentFile()))
        .isInstanceOf(BadOutput.class)
        .hasMessageContaining(why);
  }

  private EncodeVideo with(VideoChunk chunk) {
    return new EncodeVideo(
        spec.picture(),
        spec.rate(),
        spec.segmentFrames(),
        spec.preset(),
        spec.quality(),
        chunk,
        true,
        spec.renditions());
  }
}
