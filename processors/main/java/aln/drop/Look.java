package aln.drop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a stretch of the drop folder, in the order of the keys.
 *
 * @param early whether something was too young to be taken
 * @param next the key to continue after, or null at the end of the round
 */
public record Look(
    List<Drop> drops, List<Refusal> refusals, boolean early, @Nullable String next) {}
