package aln.ffmpeg;

import java.time.Duration;

/**
 * How far a running FFmpeg has come, by its own account.
 *
 * @param outTime how much of the output's time line is written
 * @param frame pictures encoded so far, 0 where there is no picture
 * @param speed seconds of output per second of wall clock, 0 while unknown
 */
public record Progress(Duration outTime, long frame, double speed) {}
