package aln.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many requests one process has in its hands at a time.
 *
 * @param requests of the API and the page
 * @param plays of players: playlists and segments
 * @param listeners that live events are told to
 */
@ConfigurationProperties("aln.http.limits")
public record RequestLimits(int requests, int plays, int listeners) {}
