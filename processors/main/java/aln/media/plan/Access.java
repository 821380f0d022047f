package aln.media.plan;

/** How the beginning of a chunk is found in its source. */
public enum Access {
  /** The container knows where each frame lies. */
  INDEX,

  /** It has no index, but its time stamps can be searched for a key frame (ISO/IEC 13818-1). */
  TIMES,

  /** Only by reading from the beginning of the source. */
  BEGINNING
}
