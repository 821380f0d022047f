/** What tests share: the real servers, programs and media that the machine provides. */
@NullMarked
package aln.testing;

import org.jspecify.annotations.NullMarked;
