package aln.uploads;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * @param maxSize of one source; a single PUT cannot carry more than 5 GiB in S3
 * @param expiry how long a presigned address for the bytes holds
 */
@ConfigurationProperties("aln.uploads")
public record UploadSettings(DataSize maxSize, Duration expiry) {}
