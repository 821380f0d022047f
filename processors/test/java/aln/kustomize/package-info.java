/** The manifests in {@code kustomize/}, held against the schemas of what they speak to. */
@NullMarked
package aln.kustomize;

import org.jspecify.annotations.NullMarked;
