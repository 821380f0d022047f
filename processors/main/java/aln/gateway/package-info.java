/**
 * What the gateway serves beside the contract: the page, and the contract itself with a page to try
 * it on. Only there where the service {@code gateway} runs.
 */
@NullMarked
package aln.gateway;

import org.jspecify.annotations.NullMarked;
