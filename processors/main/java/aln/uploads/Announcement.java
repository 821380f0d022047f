package aln.uploads;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What every door notes of a file that is about to come.
 *
 * @param work what the client says of it
 * @param method put, multipart, form or url
 * @param partSize bytes, where it comes in parts
 * @param lastModified of the client's file, milliseconds since 1970
 * @param expiry how long its bytes may take
 */
public record Announcement(
    InitiateUpload work,
    String method,
    @Nullable Long partSize,
    @Nullable Long lastModified,
    Duration expiry) {}
