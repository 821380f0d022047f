/**
 * Whether this process can do its work. A part joins in by a Spring {@code HealthIndicator} bean
 * named {@code <part>HealthIndicator}.
 */
@NullMarked
package aln.health;

import org.jspecify.annotations.NullMarked;
