/**
 * The REST edge. The contract in {@code openapi/} decides what comes in: this package checks every
 * request against it, leaves the flows only what it declares, and answers every failure with
 * problem details.
 */
@NullMarked
package aln.web;

import org.jspecify.annotations.NullMarked;
