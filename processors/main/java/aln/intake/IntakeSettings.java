package aln.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * @param jobs so many that are not at their end are enough
 * @param events so many that wait for the broker are enough
 * @param reserve what stays free on the disk of the embedded store
 */
@ConfigurationProperties("aln.intake")
public record IntakeSettings(int jobs, int events, DataSize reserve) {}
