/**
 * Which request all the work goes back to: a trace id that begins at the door and goes with every
 * event, task and log line (W3C Trace Context). Only OpenTelemetry's API is used, so an SDK that is
 * added later finds the context where it expects it. Depends on no other package.
 */
@NullMarked
package aln.tracing;

import org.jspecify.annotations.NullMarked;
