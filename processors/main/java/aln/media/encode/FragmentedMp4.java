package aln.media.encode;

import aln.media.BadOutput;
import java.io.EOFException;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the boxes of a fragmented MP4 file with one track (ISO/IEC 14496-12). Only the headers are
 * read into memory, one fragment's at a time, never the media.
 *
 * @param initLength bytes of ftyp and moov
 * @param timescale ticks a second, from mdhd
 * @param mediaTime what the edit list takes off every presentation time, in ticks
 * @param codec of a picture, as {@code CODECS} says it (RFC 6381); null for sound
 */
record FragmentedMp4(
    long initLength,
    int timescale,
    long mediaTime,
    @Nullable String codec,
    List<Fragment> fragments) {

  /**
   * @param decodeTime in ticks, from tfdt
   * @param samples how many
   * @param duration of all samples in ticks
   * @param shownAfter from the decode time of the first sample to its composition time, in ticks
   * @param sync whether decoding can begin with the first sample
   * @param firstEnd where the first sample ends, in bytes from the beginning of the moof
   * @param offset of the moof in the file
   * @param length of moof and mdat
   */
  record Fragment(
      long decodeTime,
      int samples,
      long duration,
      long shownAfter,
      boolean sync,
      long firstEnd,
      long offset,
      long length) {}

  private record Box(String type, long offset, long length) {}

  private static final int LARGEST_HEADER_BOX = 16 << 20;

  /**
   * @throws BadOutput when the file is not what it should be
   */
  static FragmentedMp4 read(File file) {
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      return read(in, boxes(in, true));
    } catch (IOException | IllegalArgumentException | java.nio.BufferUnderflowException e) {
      throw new BadOutput("Not a readable fragmented MP4: " + file.getName(), e);
    }
  }

  /**
   * What is whole of a file that is still being written; empty before its first fragment is.
   *
   * @throws BadOutput when the file is not what it should be
   */
  static Optional<FragmentedMp4> readSoFar(File file) {
    try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
      List<Box> boxes = boxes(in, false);
      int whole = boxes.size();
      while (whole > 0 && !boxes.get(whole - 1).type().equals("mdat")) {
        whole--;
      }
      return whole == 0 ? Optional.empty() : Optional.of(read(in, boxes.subList(0, whole)));
    } catch (FileNotFoundException notYet) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException | java.nio.BufferUnderflowException e) {
      throw new BadOutput("Not a readable fragmented MP4: " + file.getName(), e);
    }
  }

  private static FragmentedMp4 read(RandomAccessFile in, List<Box> boxes) throws IOException {
    Box moov = first(boxes, "moov");
    ByteBuffer header = content(in, moov);
    int timescale = timescale(Boxes.find(header, "trak", "mdia", "mdhd"));
    int defaultDuration = defaultDuration(Boxes.find(header, "mvex", "trex"));
    List<Fragment> fragments = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      if (boxes.get(i).type().equals("moof")) {
        Box media = i + 1 < boxes.size() ? boxes.get(i + 1) : boxes.get(i);
        fragments.add(fragment(content(in, boxes.get(i)), boxes.get(i), media, defaultDuration));
      }
    }
    return new FragmentedMp4(
        moov.offset() + moov.length(),
        timescale,
        mediaTime(Boxes.find(header, "trak")),
        CodecName.read(Boxes.find(header, "trak", "mdia", "minf", "stbl", "stsd")),
        fragments);
  }

  /**
   * @param complete whether the last box must be whole; else it is left out where it is not
   */
  private static List<Box> boxes(RandomAccessFile in, boolean complete) throws IOException {
    List<Box> boxes = new ArrayList<>();
    long end = in.length();
    for (long at = 0; at + Boxes.HEADER <= end; at += boxes.get(boxes.size() - 1).length()) {
      in.seek(at);
      long length = Integer.toUnsignedLong(in.readInt());
      byte[] type = new byte[4];
      in.readFully(type);
      length = length == 1 ? in.readLong() : length;
      if (!complete && at + Math.max(length, Boxes.HEADER) > end) {
        return boxes;
      }
      if (length < Boxes.HEADER || at + length > end) {
        throw new EOFException("A box ends behind the file");
      }
      boxes.add(new Box(new String(type, StandardCharsets.ISO_8859_1), at, length));
    }
    return boxes;
  }

  private static Box first(List<Box> boxes, String type) {
    return boxes.stream()
        .filter(box -> box.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No " + type));
  }

  private static ByteBuffer content(RandomAccessFile in, Box box) throws IOException {
    if (box.length() > LARGEST_HEADER_BOX) {
      throw new IllegalArgumentException(box.type() + " is too large");
    }
    byte[] content = new byte[(int) box.length() - Boxes.HEADER];
    in.seek(box.offset() + Boxes.HEADER);
    in.readFully(content);
    return ByteBuffer.wrap(content);
  }

  private static int timescale(ByteBuffer mdhd) {
    return mdhd.getInt(mdhd.get(0) == 1 ? 20 : 12);
  }

  /** Of one edit without a delay; 0 where there is no edit list. */
  private static long mediaTime(ByteBuffer trak) {
    if (!Boxes.children(trak).containsKey("edts")) {
      return 0;
    }
    ByteBuffer elst = Boxes.find(trak, "edts", "elst");
    return elst.get(0) == 1 ? elst.getLong(16) : elst.getInt(12);
  }

  private static int defaultDuration(ByteBuffer trex) {
    return trex.getInt(12);
  }

  private static Fragment fragment(ByteBuffer moof, Box box, Box media, int defaultDuration) {
    if (!media.type().equals("mdat")) {
      throw new IllegalArgumentException("A moof without its mdat");
    }
    Run run =
        Run.read(
            Boxes.find(moof, "traf", "tfhd"), Boxes.find(moof, "traf", "trun"), defaultDuration);
    return new Fragment(
        decodeTime(Boxes.find(moof, "traf", "tfdt")),
        run.samples(),
        run.duration(),
        run.shownAfter(),
        run.sync(),
        run.firstEnd(),
        box.offset(),
        box.length() + media.length());
  }

  private static long decodeTime(ByteBuffer tfdt) {
    return tfdt.get(0) == 1 ? tfdt.getLong(4) : Integer.toUnsignedLong(tfdt.getInt(4));
  }
}
