package aln.uploads;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.MimeType;
import org.springframework.util.unit.DataSize;

/**
 * @param maxSize of one source, at most 5 TB
 * @param types of sources, with wildcards
 * @param quota of all sources of one account, announced ones included; 0: none
 * @param expiry how long a signed address for bytes holds
 * @param partsExpiry how long an upload in parts waits for its next part
 */
@ConfigurationProperties("aln.uploads")
public record UploadSettings(
    DataSize maxSize,
    List<MimeType> types,
    DataSize quota,
    Duration expiry,
    Duration partsExpiry) {}
