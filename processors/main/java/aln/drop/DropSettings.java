package aln.drop;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param poll from the end of one look to the next
 * @param settle how long a file has not changed before it is taken
 * @param patience how long a sidecar waits for its file, and a file is remembered for late sidecars
 */
@ConfigurationProperties("aln.drop")
public record DropSettings(Duration poll, Duration settle, Duration patience) {}
