package aln.media;

import static org.assertj.core.api.Assertions.assertThat;

import aln.media.encode.EncodeCommands;
import aln.media.encode.EncodedSegment;
import aln.media.encode.EncodedTrack;
import aln.media.encode.KeyFrames;
import aln.media.encode.Piece;
import aln.media.encode.Pieces;
import aln.media.encode.Place;
import aln.media.encode.RemuxCommands;
import aln.media.encode.SampleCommands;
import aln.media.encode.Segments;
import aln.media.measure.MeasureCommands;
import aln.media.measure.Measurement;
import aln.media.measure.Measurements;
import aln.media.measure.TitleFits;
import aln.media.plan.CodecSet;
import aln.media.plan.EncodeAudio;
import aln.media.plan.EncodeVideo;
import aln.media.plan.Ladder;
import aln.media.plan.Ladders;
import aln.media.plan.MakePoster;
import aln.media.plan.Plan;
import aln.media.plan.PlannedTask;
import aln.media.plan.RemuxSource;
import aln.media.plan.Renditions;
import aln.media.plan.Sampling;
import aln.media.plan.Samplings;
import aln.media.plan.TitleFit;
import aln.media.probe.InspectCommands;
import aln.media.probe.Inspection;
import aln.media.probe.Inspections;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The whole way of a source through this package, without the hub around it. */
public final class Studio {

  public static final MediaSettings SETTINGS = settings(Duration.ofMinutes(1));

  /** Two small sizes, made as fast as can be: for what does not depend on size or quality. */
  public static final Ladder QUICK =
      new Ladder(
          "quick",
          "As fast as can be.",
          "superfast", // the fastest of the High profile
          28,
          List.of(new Ladder.Rung(240, 1_000_000), new Ladder.Rung(120, 500_000)),
          new Ladder.Sound(96_000, 64_000),
          null,
          null,
          null,
          null);

  /** The same with a second set, as fast as can be too. */
  public static Ladder quick(CodecSet then) {
    return new Ladder(
        QUICK.name(),
        QUICK.description(),
        QUICK.preset(),
        QUICK.quality(),
        QUICK.rungs(),
        QUICK.audio(),
        null,
        null,
        null,
        then);
  }

  private final MediaSettings settings;
  private final Path directory;

  public Studio(MediaSettings settings, Path directory) {
    this.settings = settings;
    this.directory = directory;
  }

  public static MediaSettings settings(Duration chunkLength) {
    return new MediaSettings(
        "standard",
        Duration.ofSeconds(4),
        chunkLength,
        8,
        true,
        new MediaSettings.Limits(Duration.ofHours(12), 36_000_000, 48, 300));
  }

  public Inspection inspect(Path source) throws IOException {
    Inspections inspections = new Inspections(settings);
    Tools.Result probe =
        Tools.run(new InspectCommands(settings).forSource(source.toUri(), directory.toFile()));
    if (probe.exit() != 0) {
      byte[] first = new byte[512];
      try (var in = Files.newInputStream(source)) {
        first = in.readNBytes(512);
      }
      throw inspections.refusal(probe.stderr(), Files.size(source), first);
    }
    return inspections.read(probe.stdout());
  }

  public Plan plan(Inspection inspection) {
    return plan(inspection, Ladders.named("standard"));
  }

  public Plan plan(Inspection inspection, Ladder ladder) {
    return new Renditions(settings).plan(inspection, ladder);
  }

  /** What samples say about the ladder of that name. */
  public TitleFit sample(Inspection inspection, Path source, String ladder) throws IOException {
    Sampling sampling =
        new Samplings(new Renditions(settings)).plan(inspection, Ladders.named(ladder));
    if (sampling == null) {
      return TitleFit.NONE;
    }
    File own = Files.createTempDirectory(directory, "samples").toFile();
    Tools.Result said =
        run(new SampleCommands(settings).forSource(sampling, source.toUri(), own, 2));
    return new TitleFits().of(sampling, said.stderr(), own);
  }

  public List<EncodedTrack> encode(EncodeVideo spec, Path source) throws IOException {
    File own = Files.createTempDirectory(directory, "chunk").toFile();
    EncodeCommands commands = new EncodeCommands(settings);
    Place place = place(spec, source, own, commands);
    run(commands.forChunk(spec, place, own, 2));
    List<EncodedTrack> tracks = new Segments().verify(spec, own);
    measure(spec, tracks);
    return tracks;
  }

  public List<Measurement> measure(EncodeVideo spec, List<EncodedTrack> tracks) {
    File own = tracks.get(0).file().getParentFile();
    run(new MeasureCommands(settings).forChunk(spec, tracks, own, 2));
    return new Measurements(settings).ofChunk(spec, tracks, own);
  }

  public List<Measurement> measure(EncodeAudio spec, List<EncodedTrack> tracks) {
    File own = tracks.get(0).file().getParentFile();
    run(new MeasureCommands(settings).forSound(tracks, own, 2));
    return new Measurements(settings).ofSound(spec, tracks, own);
  }

  private Place place(EncodeVideo spec, Path source, File own, EncodeCommands commands)
      throws IOException {
    KeyFrames keyFrames = new KeyFrames(settings);
    URI address = source.toUri();
    return switch (spec.chunk().access()) {
      case TIMES ->
          keyFrames.place(spec, address, run(keyFrames.before(spec, address, own)).stdout());
      case PIECES -> putTogether(spec, own);
      case INDEX, BEGINNING -> commands.place(spec, address);
    };
  }

  /** What the chunks of a plan wait for, if they do. */
  public void remux(Plan plan, Path source) {
    for (PlannedTask task : plan.tasks()) {
      if (task.spec() instanceof RemuxSource spec) {
        File own = directory.resolve("pieces").toFile();
        assertThat(own.mkdir()).isTrue();
        run(new RemuxCommands(settings).forSource(spec, source.toUri(), own));
      }
    }
  }

  private Place putTogether(EncodeVideo spec, File own) throws IOException {
    Path all = directory.resolve("pieces");
    Pieces needed = Pieces.read(Files.readString(all.resolve(RemuxCommands.LIST))).of(spec);
    try (OutputStream out = Files.newOutputStream(own.toPath().resolve("pieces.mkv"))) {
      Files.copy(all.resolve(RemuxCommands.HEADER), out);
      for (Piece piece : needed.list()) {
        Files.copy(all.resolve(piece.name()), out);
      }
    }
    return RemuxCommands.place(spec, needed);
  }

  public List<EncodedTrack> encode(EncodeAudio spec, Path source) throws IOException {
    File own = Files.createTempDirectory(directory, "audio").toFile();
    run(new EncodeCommands(settings).forAudio(spec, source.toUri(), own, 2));
    List<EncodedTrack> tracks = new Segments().verify(spec, own);
    measure(spec, tracks);
    return tracks;
  }

  public Path poster(MakePoster spec, Path source) throws IOException {
    File own = Files.createTempDirectory(directory, "poster").toFile();
    run(new EncodeCommands(settings).forPoster(spec, source.toUri(), own, 2));
    return own.toPath().resolve("poster.jpg");
  }

  /** The first initialisation section and every segment, as a player puts them together. */
  public Path joined(List<EncodedTrack> parts) throws IOException {
    Path joined = Files.createTempFile(directory, "joined", ".mp4");
    try (OutputStream out = Files.newOutputStream(joined)) {
      out.write(slice(parts.get(0).file(), 0, parts.get(0).initLength()));
      for (EncodedTrack part : parts) {
        for (EncodedSegment segment : part.segments()) {
          out.write(slice(part.file(), segment.offset(), segment.length()));
        }
      }
    }
    return joined;
  }

  public static byte[] init(EncodedTrack track) throws IOException {
    return slice(track.file(), 0, track.initLength());
  }

  private static byte[] slice(File file, long offset, long length) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      byte[] bytes = new byte[(int) length];
      in.seek(offset);
      in.readFully(bytes);
      return bytes;
    }
  }

  private static Tools.Result run(aln.ffmpeg.Command command) {
    Tools.Result result = Tools.run(command);
    assertThat(result.exit()).as(result.stderr()).isZero();
    return result;
  }
}
