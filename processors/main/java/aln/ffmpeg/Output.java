package aln.ffmpeg;

import java.time.Duration;

/**
 * What a command that ended well leaves behind, besides its files.
 *
 * @param stdout all of standard output (ffprobe's JSON, say); empty where the command reports its
 *     progress there ({@code -progress pipe:1})
 * @param stderrTail the last lines of standard error, with the queries of URLs taken out
 * @param took wall-clock time
 */
public record Output(String stdout, String stderrTail, Duration took) {}
