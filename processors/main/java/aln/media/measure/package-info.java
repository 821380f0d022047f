/** What an encoder made, held against what it was given: receipts, and a stop for bad output. */
@NullMarked
package aln.media.measure;

import org.jspecify.annotations.NullMarked;
