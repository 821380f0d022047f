package aln.payments.sales;

import aln.payments.splits.FrozenSplit.Part;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/**
 * What was sold, for ever as it was.
 *
 * @param fee of the platform
 * @param parts with the fee they add up to what was paid; in the order of the collaborators' ids
 */
public record Sale(UUID id, String provider, Money paid, Money fee, List<Part> parts) {}
