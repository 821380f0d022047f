package aln.callbacks;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param pauses before each attempt, the first included; the last attempt is that of the last one
 * @param timeout how long a receiver may take to answer
 */
@ConfigurationProperties("aln.callbacks")
public record CallbackSettings(List<Duration> pauses, Duration timeout) {}
