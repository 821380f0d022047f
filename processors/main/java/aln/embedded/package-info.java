/**
 * The real servers' stand-ins inside this process: PostgreSQL, an AMQP 0-9-1 broker and an S3
 * store.
 */
@NullMarked
package aln.embedded;

import org.jspecify.annotations.NullMarked;
