/** Who somebody is: accounts, passwords, tokens, and the caller of a request. */
@NullMarked
package aln.accounts;

import org.jspecify.annotations.NullMarked;
