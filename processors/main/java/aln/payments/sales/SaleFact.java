package aln.payments.sales;

/**
 * What became of a payment. Facts of one payment may be told in any order and any number of times.
 *
 * @param kind fee, refund, refund-paid, refund-failed, dispute, dispute-won or dispute-lost
 * @param thing which fee, refund or dispute
 * @param currency ISO 4217; a fact in another currency than its sale counts for nothing and is
 *     reported
 * @param amount minor units; 0 where the kind needs none
 */
public record SaleFact(String kind, String thing, String currency, long amount) {}
