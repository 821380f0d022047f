package aln.media.plan;

/**
 * The picture of a source as an encoder has to treat it. Microseconds on the source's own clock.
 *
 * @param stream index in the file
 * @param storedWidth pixels, upright, before they are made square
 * @param storedHeight pixels, upright
 * @param containerStartMicros where the container begins: seeking counts from here
 * @param startMicros the time that the decoder gives the first frame: zero of every rendition
 * @param every of so many of its frames one is used: 2 makes 60 frames a second of 120
 * @param variable whether frames come irregularly, so that one may be shown for seconds
 * @param interlaced whether frames hold two fields
 * @param range what its brightness and colours mean
 * @param fullRange whether black is 0 and not 16
 * @param alpha whether it can be seen through: black is behind it
 * @param peak brightest light in cd/m² of what has a high dynamic range
 * @param colours what the renditions are labelled with
 * @param heldMicros how long the last frame stays, because sound goes on after it
 */
public record Picture(
    int stream,
    int storedWidth,
    int storedHeight,
    long containerStartMicros,
    long startMicros,
    int every,
    boolean variable,
    boolean interlaced,
    Range range,
    boolean fullRange,
    boolean alpha,
    int peak,
    Colours colours,
    long heldMicros) {

  /** How far a source is from what every screen shows. */
  public enum Range {
    /** Standard dynamic range: at most a change of range. */
    STANDARD,
    /** Red, green and blue, not luma and chroma. */
    RGB,
    /** Wide gamut (BT.2020), standard dynamic range. */
    WIDE,
    /** SMPTE ST 2084. */
    PQ,
    /** Hybrid log-gamma, ARIB STD-B67. */
    HLG
  }

  /** FFmpeg's names of what the renditions are. */
  public enum Colours {
    /** High definition. */
    BT709("bt709", "bt709", "bt709"),
    /** Standard definition with 525 lines. */
    NTSC("smpte170m", "smpte170m", "smpte170m"),
    /** Standard definition with 625 lines. */
    PAL("bt470bg", "bt470bg", "smpte170m");

    private final String matrix;
    private final String primaries;
    private final String transfer;

    Colours(String matrix, String primaries, String transfer) {
      this.matrix = matrix;
      this.primaries = primaries;
      this.transfer = transfer;
    }

    public String matrix() {
      return matrix;
    }

    public String primaries() {
      return primaries;
    }

    public String transfer() {
      return transfer;
    }
  }
}
