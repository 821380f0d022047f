package aln.media.encode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** Boxes within a box in memory (ISO/IEC 14496-12, section 4.2). */
final class Boxes {

  /** Bytes of length and type. */
  static final int HEADER = 8;

  private Boxes() {}

  /**
   * The content of a box in a box in a box.
   *
   * @throws IllegalArgumentException when there is none
   */
  static ByteBuffer find(ByteBuffer container, String... path) {
    ByteBuffer box = container;
    for (String type : path) {
      ByteBuffer inner = children(box).get(type);
      if (inner == null) {
        throw new IllegalArgumentException("No " + type);
      }
      box = inner;
    }
    return box;
  }

  /** The content of the first child of each type. */
  static Map<String, ByteBuffer> children(ByteBuffer container) {
    Map<String, ByteBuffer> children = new TreeMap<>();
    ByteBuffer rest = container.duplicate();
    while (rest.remaining() >= HEADER) {
      int length = rest.getInt();
      byte[] type = new byte[4];
      rest.get(type);
      if (length < HEADER || length - HEADER > rest.remaining()) {
        throw new IllegalArgumentException("A box ends behind its container");
      }
      ByteBuffer content = rest.slice(rest.position(), length - HEADER);
      children.putIfAbsent(new String(type, ISO_8859_1), content);
      rest.position(rest.position() + length - HEADER);
    }
    return children;
  }

  /** The same from a place within the box's content on. */
  static Map<String, ByteBuffer> children(ByteBuffer container, int from) {
    return children(container.slice(from, container.limit() - from));
  }
}
