package aln.jobs;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param profile the ladder of jobs that do not name one
 */
@ConfigurationProperties("aln.jobs")
public record ProfileSettings(String profile) {}
