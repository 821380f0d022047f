package aln.fetch;

import java.io.File;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * @param atOnce how many files one process fetches at a time
 * @param time that a file may take altogether
 * @param silence how long a server may say nothing
 * @param slowest bytes a second; a server that is slower for twice the silence is left
 * @param attempts in a row that bring nothing further
 * @param pause before the second attempt; threefold with each further one, up to ten minutes
 * @param directory where the part that is on its way lies
 */
@ConfigurationProperties("aln.fetch")
public record FetchSettings(
    int atOnce,
    Duration time,
    Duration silence,
    DataSize slowest,
    int attempts,
    Duration pause,
    File directory) {}
