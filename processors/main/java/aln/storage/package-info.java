/** Object storage: buckets, server-made keys and presigned addresses. */
@NullMarked
package aln.storage;

import org.jspecify.annotations.NullMarked;
