package aln.media.encode;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder has to be able to do, as {@code CODECS} says it (RFC 6381), read from the sample
 * description of an initialisation section: what the encoder really did, not what it was told.
 */
final class CodecName {

  /** Of a sample description in front of its entries. */
  private static final int ENTRIES = 8;

  /** Of an entry for a picture in front of its boxes (ISO/IEC 14496-12, section 12.1.3). */
  private static final int PICTURE = 78;

  private CodecName() {}

  /**
   * @param stsd content of the box
   * @return null for sound
   * @throws IllegalArgumentException when it is no codec of ours
   */
  static @Nullable String read(ByteBuffer stsd) {
    Map<String, ByteBuffer> entries = Boxes.children(stsd, ENTRIES);
    String entry = entries.keySet().iterator().next();
    ByteBuffer content = Boxes.find(stsd.slice(ENTRIES, stsd.limit() - ENTRIES), entry);
    return switch (entry) {
      case "avc1" -> avc(configuration(content, "avcC"));
      case "hvc1" -> hevc(configuration(content, "hvcC"));
      case "av01" -> av1(configuration(content, "av1C"));
      case "mp4a" -> null;
      default -> throw new IllegalArgumentException("An unknown sample entry: " + entry);
    };
  }

  private static ByteBuffer configuration(ByteBuffer entry, String type) {
    return Boxes.find(entry.slice(PICTURE, entry.limit() - PICTURE), type);
  }

  /** ISO/IEC 14496-15, section 5.3.3.1: profile, constraints, level. */
  private static String avc(ByteBuffer avcC) {
    return "avc1.%02x%02x%02x".formatted(avcC.get(1), avcC.get(2), avcC.get(3));
  }

  /**
   * ISO/IEC 14496-15, annex E.3: profile space and profile, compatibility flags from the last to
   * the first, tier and level, the six bytes of constraints without zeros at the end.
   */
  private static String hevc(ByteBuffer hvcC) {
    int profile = Byte.toUnsignedInt(hvcC.get(1));
    String space = new String[] {"", "A", "B", "C"}[profile >> 6];
    String tier = (profile & 0x20) == 0 ? "L" : "H";
    int level = Byte.toUnsignedInt(hvcC.get(12));
    StringBuilder name = new StringBuilder("hvc1.%s%d".formatted(space, profile & 0x1f));
    name.append(".%X.%s%d".formatted(Integer.reverse(hvcC.getInt(2)), tier, level));
    int last = 11;
    while (last >= 6 && hvcC.get(last) == 0) {
      last--;
    }
    for (int i = 6; i <= last; i++) {
      name.append(".%X".formatted(hvcC.get(i)));
    }
    return name.toString();
  }

  /** AV1 Codec ISO Media File Format Binding, section 5: profile, level and tier, bits. */
  private static String av1(ByteBuffer av1C) {
    int profile = Byte.toUnsignedInt(av1C.get(1));
    int flags = Byte.toUnsignedInt(av1C.get(2));
    String tier = (flags & 0x80) == 0 ? "M" : "H";
    boolean high = (flags & 0x40) != 0;
    boolean twelve = (flags & 0x20) != 0;
    int bits = high ? (twelve ? 12 : 10) : 8;
    return "av01.%d.%02d%s.%02d".formatted(profile >> 5, profile & 0x1f, tier, bits);
  }
}
