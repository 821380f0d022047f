package aln.accounts;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How tokens are signed.
 *
 * @param keyFile the secret that all processes of a hub share; made at the first start
 * @param lifetime of a token
 */
@ConfigurationProperties("aln.jwt")
public record JwtSettings(Path keyFile, Duration lifetime) {}
