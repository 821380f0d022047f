package aln.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param period from the beginning of one round through the store to that of the next; zero: only
 *     when an admin asks
 * @param grace younger objects are left alone
 */
@ConfigurationProperties("aln.operations.sweep")
public record SweepSettings(Duration period, Duration grace) {}
