/**
 * Files that the hub brings in by itself, from an address that their creator names: asked for,
 * carried part by part into the store, gone on with after whatever happened.
 */
@NullMarked
package aln.fetch;

import org.jspecify.annotations.NullMarked;
