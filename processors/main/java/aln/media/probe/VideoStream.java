package aln.media.probe;

import aln.media.FrameRate;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a source.
 *
 * @param index of the stream in the file
 * @param codec FFmpeg's name
 * @param codedWidth as stored, before rotation
 * @param codedHeight as stored, before rotation
 * @param width upright and with square pixels; an exact value, not rounded to whole pixels
 * @param height upright and with square pixels
 * @param rotation degrees of the display matrix: 0, 90, 180, -90 …
 * @param rate the grid of its frames: the exact rate where it is constant, else the rate that holds
 *     nearly all of its frames
 * @param variable whether the frames do not come at a constant rate
 * @param pixelFormat FFmpeg's name
 * @param bitDepth of a component
 * @param fullRange whether black is 0 and not 16
 * @param matrix color_space by FFmpeg's name; null where the file does not say
 * @param transfer color_transfer by FFmpeg's name; null where the file does not say
 * @param primaries color_primaries by FFmpeg's name; null where the file does not say
 * @param peak brightest light in cd/m² as the file says; 0 where it does not
 * @param interlaced whether frames hold two fields, or may where only each frame knows
 * @param startMicros when the first frame that can be shown is shown, on the source's clock
 * @param delayMicros how much later than it is shown the decoder gives each frame, where the
 *     container has only times of decoding (AVI)
 * @param durationMicros from its start to the end of the last frame
 */
public record VideoStream(
    int index,
    String codec,
    int codedWidth,
    int codedHeight,
    double width,
    double height,
    int rotation,
    FrameRate rate,
    boolean variable,
    String pixelFormat,
    int bitDepth,
    boolean fullRange,
    @Nullable String matrix,
    @Nullable String transfer,
    @Nullable String primaries,
    int peak,
    boolean interlaced,
    long startMicros,
    long delayMicros,
    long durationMicros) {}
