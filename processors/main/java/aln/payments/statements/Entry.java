package aln.payments.statements;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One journal as it moved one creator's balance, with what it takes to recompute it. Amounts are
 * minor units; what belongs to a sale is null where the journal is about none.
 *
 * @param paid for the work by the buyer
 * @param fee of the platform
 * @param share of the creator in all that was paid
 * @param returned of what was paid, all that has been given back or is contested since
 * @param amount of this journal
 */
record Entry(
    long journal,
    Instant at,
    String kind,
    @Nullable String work,
    @Nullable String reference,
    String currency,
    @Nullable Long paid,
    @Nullable Integer feeBps,
    @Nullable Long fee,
    @Nullable Integer shareBps,
    @Nullable Long share,
    @Nullable Long returned,
    long amount) {}
