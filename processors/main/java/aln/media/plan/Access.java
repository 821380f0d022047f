package aln.media.plan;

/** How the beginning of a chunk is found in its source. */
public enum Access {
  /** The container knows, or can reckon, where each frame lies. */
  INDEX,

  /** It has no index, but its time stamps can be searched for a key frame (ISO/IEC 13818-1). */
  TIMES,

  /** It can only be read from its beginning on, so that is done once: {@link RemuxSource}. */
  PIECES,

  /** Only by reading from the beginning of the source. */
  BEGINNING;

  /**
   * @param container FFmpeg's names of the demuxer, such as {@code matroska,webm}
   */
  static Access of(String container) {
    return switch (container.split(",", 2)[0]) {
      case "mov", "matroska", "avi", "asf", "nut", "dv" -> INDEX;
      case "mpegts" -> TIMES;
      case "flv", "ogg", "mpeg" -> PIECES;
      default -> BEGINNING;
    };
  }
}
