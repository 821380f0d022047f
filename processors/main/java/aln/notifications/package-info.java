/** What the hub tells by itself: live progress to browsers, as server-sent events. */
@NullMarked
package aln.notifications;

import org.jspecify.annotations.NullMarked;
