package aln.playback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param expiry how long a playback may be used
 * @param segmentExpiry how long the address of one segment holds
 */
@ConfigurationProperties("aln.playback")
public record PlaybackSettings(Duration expiry, Duration segmentExpiry) {}
