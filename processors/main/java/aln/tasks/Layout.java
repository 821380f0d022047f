package aln.tasks;

import aln.media.encode.DownloadCommands;
import aln.media.encode.EncodeCommands;
import aln.media.encode.EncodedSegment;
import aln.media.encode.EncodedTrack;
import aln.media.encode.Pieces;
import aln.media.encode.RemuxCommands;
import aln.media.pictures.PictureCommands;
import aln.media.pictures.Still;
import aln.media.pictures.Storyboards;
import aln.media.plan.SubtitleTrack;
import aln.media.subtitles.Subtitles;
import aln.tasks.StoredSubtitles.Text;
import aln.tasks.StoredThumbnails.Thumbnail;
import aln.tasks.StoredTrack.StoredSegment;
import java.io.File;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where in the store each piece of a worker's output goes, below the attempt's prefix. */
@Component
public class Layout {

  private static final String MATROSKA = "video/matroska";

  /** One object a segment for every rendition, and with the first an initialisation section. */
  public Stored tracks(Work work, List<EncodedTrack> encoded) {
    return new Stored(
        null,
        encoded.stream().map(track -> stored(work, track)).toList(),
        encoded.stream().flatMap(track -> files(work, track)).toList());
  }

  /** A JPEG by itself. */
  public Stored poster(Work work) {
    StoredFile picture = whole(work, EncodeCommands.POSTER, "image/jpeg");
    return new Stored(picture.key(), List.of(), List.of(picture));
  }

  /** Each sheet by itself. */
  public StoredStoryboard storyboard(Work work, Storyboards.Drawing drawing) {
    List<StoredFile> files =
        drawing.sheets().stream().map(sheet -> whole(work, sheet.file(), "image/jpeg")).toList();
    return new StoredStoryboard(
        drawing.board(), files.stream().map(StoredFile::key).toList(), files);
  }

  /** Each still by itself. */
  public StoredThumbnails thumbnails(Work work, List<Still> stills) {
    List<StoredFile> files =
        stills.stream().map(still -> whole(work, still.file(), "image/jpeg")).toList();
    return new StoredThumbnails(
        stills.stream()
            .map(
                still ->
                    new Thumbnail(
                        work.outputPrefix() + still.file(), still.atMicros(), still.score()))
            .toList(),
        files);
  }

  /** Each track by itself. */
  public StoredSubtitles subtitles(Work work, List<SubtitleTrack> tracks) {
    List<StoredFile> files =
        tracks.stream().map(track -> whole(work, Subtitles.vtt(track), "text/vtt")).toList();
    return new StoredSubtitles(
        IntStream.range(0, tracks.size())
            .mapToObj(i -> new Text(tracks.get(i), files.get(i).key()))
            .toList(),
        files);
  }

  /**
   * Each piece by itself, and the header of all.
   *
   * @param all that the source was cut into
   * @param now what of it is to be stored
   */
  StoredPieces pieces(Work work, Pieces all, Pieces now) {
    StoredFile header = whole(work, RemuxCommands.HEADER, MATROSKA);
    Stream<StoredFile> files =
        now.list().stream().map(piece -> whole(work, piece.name(), MATROSKA));
    return new StoredPieces(
        header.key(),
        all.renamed(name -> work.outputPrefix() + name),
        Stream.concat(Stream.of(header), files).toList());
  }

  /** An MP4 by itself. */
  public Stored preview(Work work) {
    StoredFile file = whole(work, PictureCommands.PREVIEW, "video/mp4");
    return new Stored(file.key(), List.of(), List.of(file));
  }

  /** An MP4 by itself. */
  public Stored download(Work work) {
    StoredFile file = whole(work, DownloadCommands.FILE, "video/mp4");
    return new Stored(file.key(), List.of(), List.of(file));
  }

  private static StoredFile whole(Work work, String name, String contentType) {
    File file = new File(work.directory(), name);
    return new StoredFile(work.outputPrefix() + name, file, 0, file.length(), contentType);
  }

  private static StoredTrack stored(Work work, EncodedTrack track) {
    List<StoredSegment> segments =
        track.segments().stream()
            .map(
                segment ->
                    new StoredSegment(
                        segment.number(),
                        segment.start(),
                        segment.duration(),
                        key(work, track, segment),
                        segment.length(),
                        segment.keyLength()))
            .toList();
    return new StoredTrack(
        track.rendition(), track.timescale(), track.codec(), init(work, track), segments);
  }

  private static Stream<StoredFile> files(Work work, EncodedTrack track) {
    return Stream.concat(
        Stream.ofNullable(init(work, track))
            .map(key -> new StoredFile(key, track.file(), 0, track.initLength(), "video/mp4")),
        track.segments().stream()
            .map(
                segment ->
                    new StoredFile(
                        key(work, track, segment),
                        track.file(),
                        segment.offset(),
                        segment.length(),
                        "video/iso.segment")));
  }

  /** One is enough, as it is the same for every chunk: that of the first. */
  private static @Nullable String init(Work work, EncodedTrack track) {
    boolean begins = track.segments().stream().anyMatch(segment -> segment.number() == 0);
    return begins ? work.outputPrefix() + track.rendition() + "/init.mp4" : null;
  }

  private static String key(Work work, EncodedTrack track, EncodedSegment segment) {
    return "%s%s/%06d.m4s".formatted(work.outputPrefix(), track.rendition(), segment.number());
  }
}
