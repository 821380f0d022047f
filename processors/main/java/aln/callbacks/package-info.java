/**
 * Telling whoever asked for a job of its end: signed POSTs as Standard Webhooks has them, tried
 * again for days, listed and sent again on request.
 */
@NullMarked
package aln.callbacks;

import org.jspecify.annotations.NullMarked;
