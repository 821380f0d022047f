package aln.tasks;

import aln.media.MediaSettings;
import aln.media.pictures.Previews;
import aln.media.pictures.Stills;
import aln.media.pictures.Storyboard;
import aln.media.plan.Access;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import aln.media.plan.MakeDownload;
import aln.media.plan.MakePreview;
import aln.media.plan.MakeStoryboard;
import aln.media.plan.MakeThumbnails;
import aln.media.plan.PlannedTask;
import aln.media.plan.VideoRendition;
import aln.sql.Json;
import org.springframework.stereotype.Component;

/** How much a task will write into its directory, guessed from what it is to do; in bytes. */
@Component
class Footprint {

  private static final long ANY = 20_000_000;

  /** Boxes, and where the rate control takes more than it should. */
  private static final double HEADROOM = 1.2;

  /** What is taken for the length of a sound whose end is not known. */
  private static final double UNKNOWN_SECONDS = 2 * 3600;

  /** What a fast store gives of a source before what is copied of it is stored, at most. */
  private static final long COPIED = 250_000_000;

  /** What is taken for the bits a second of a source's picture. */
  private static final long COPIED_BIT_RATE = 50_000_000;

  /** Seconds of a source that come along with a chunk's pieces. */
  private static final double BESIDE = 15;

  private final Json json;
  private final MediaSettings settings;

  Footprint(Json json, MediaSettings settings) {
    this.json = json;
    this.settings = settings;
  }

  /**
   * @param sourceBytes the size of the source: no part of it that is copied is larger
   */
  long of(String kind, String spec, long sourceBytes) {
    try {
      return known(kind, spec, sourceBytes);
    } catch (RuntimeException unreadable) {
      return ANY; // its flow fails at once, with better words
    }
  }

  private long known(String kind, String spec, long sourceBytes) {
    return switch (kind) {
      case PlannedTask.REMUX_SOURCE -> ANY + Math.min(sourceBytes, COPIED);
      case PlannedTask.ENCODE_VIDEO, PlannedTask.ENCODE_SECOND_SET ->
          video(json.read(spec, EncodeVideo.class), sourceBytes);
      case PlannedTask.ENCODE_AUDIO -> audio(json.read(spec, EncodeAudio.class));
      case PlannedTask.MAKE_STORYBOARD ->
          ANY + json.read(spec, MakeStoryboard.class).reel().bytes(Storyboard.PER_SHEET);
      case PlannedTask.MAKE_THUMBNAILS ->
          ANY + json.read(spec, MakeThumbnails.class).reel().bytes(Stills.PLACES);
      case PlannedTask.MAKE_PREVIEW ->
          ANY + json.read(spec, MakePreview.class).reel().bytes(Previews.PLACES);
      case PlannedTask.MAKE_DOWNLOAD -> download(json.read(spec, MakeDownload.class));
      default -> ANY;
    };
  }

  /** All renditions at their cap; twice that where the chunk's length is a guess. */
  private long video(EncodeVideo spec, long sourceBytes) {
    double seconds = spec.rate().micros(spec.chunk().frames()) / 1e6;
    long bitRate = spec.renditions().stream().mapToLong(VideoRendition::bitRate).sum();
    return bytes(bitRate, spec.exactLength() ? seconds : 2 * seconds)
        + reference(spec)
        + pieces(spec, sourceBytes);
  }

  /** What a chunk is decoded from, where that is brought to the bench. */
  private static long pieces(EncodeVideo spec, long sourceBytes) {
    double seconds = spec.rate().micros(spec.chunk().frames()) / 1e6 + BESIDE;
    return spec.chunk().access() == Access.PIECES
        ? Math.min(sourceBytes, bytes(COPIED_BIT_RATE, seconds))
        : 0;
  }

  /** The frames of the source that are kept to compare with, at one and a half bytes a pixel. */
  private long reference(EncodeVideo spec) {
    VideoRendition largest = spec.renditions().get(0);
    return settings.samples() * 3L * largest.width() * largest.height() / 2;
  }

  private static long audio(EncodeAudio spec) {
    double known = spec.durationMicros() / 1e6;
    return bytes(spec.rendition().bitRate(), known > 0 ? known : UNKNOWN_SECONDS);
  }

  /** What is fetched, and the file that is made of it. */
  private static long download(MakeDownload spec) {
    return 2 * bytes(spec.bitRate(), spec.durationMicros() / 1e6);
  }

  private static long bytes(long bitRate, double seconds) {
    return ANY + Math.round(bitRate / 8.0 * seconds * HEADROOM);
  }
}
