package aln.payments.sales;

/**
 * What a provider told, after its signature and the transaction itself were checked.
 *
 * @param key of this fact, unique with this provider for ever: an event that tells two facts gives
 *     each its own
 * @param reference ours, of the payment
 */
public record ProviderEvent(String provider, String key, String reference) {}
