package aln.playback;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A granted playback.
 *
 * @param hls address of the multivariant playlist
 * @param dash address of the DASH manifest
 * @param poster address of the poster, if there is one
 * @param storyboard address of the WebVTT with the tiles for seeking, if there is one
 * @param token the secret part of the addresses
 */
public record Playback(
    UUID playbackId,
    URI hls,
    URI dash,
    @Nullable URI poster,
    @Nullable URI storyboard,
    Instant expiresAt,
    @JsonIgnore Token token,
    @JsonIgnore int version) {}
