package aln.tasks;

import java.io.File;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * @param lease how long a worker owns a claimed task without renewing
 * @param maxAttempts how often a task is tried before it is given up
 * @param pause before the second attempt; grows fourfold with each further one
 * @param maxSetbacks how often its surroundings may fail before it is given up
 * @param scratchDir where workers make one empty directory a claim
 * @param scratchReserve what stays free on its disk
 */
@ConfigurationProperties("aln.tasks")
public record TaskSettings(
    Duration lease,
    int maxAttempts,
    Duration pause,
    int maxSetbacks,
    File scratchDir,
    DataSize scratchReserve) {}
