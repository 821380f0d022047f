package aln.payments.sales;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What facts come to, all taken together: the same whatever their order and however often each is
 * told. A refund or dispute has one outcome: paid wins over failed and lost over won, for that is
 * where money has moved. More than was paid is never taken back; money that has moved comes first.
 *
 * @param fees of the provider, minor units
 * @param refunded paid back to the buyer
 * @param lost in disputes
 * @param refunding on its way back
 * @param disputed contested, and not decided
 * @param excess given back beyond what was paid: somebody has to look
 * @param anyLost whether a dispute was lost, however much it was about
 */
public record Aftermath(
    long fees,
    long refunded,
    long lost,
    long refunding,
    long disputed,
    long excess,
    boolean anyLost) {

  /** All that a sale's facts say. */
  public static Aftermath of(long paid, String currency, List<SaleFact> facts) {
    List<SaleFact> own = facts.stream().filter(each -> each.currency().equals(currency)).toList();
    Map<String, List<SaleFact>> refunds = things(own, "refund");
    Map<String, List<SaleFact>> disputes = things(own, "dispute");
    long fees = things(own, "fee").values().stream().mapToLong(each -> largest(each, "fee")).sum();
    long refunded = sum(refunds, each -> has(each, "refund-paid"), "refund-paid");
    long refunding =
        sum(refunds, each -> !has(each, "refund-paid") && !has(each, "refund-failed"), "refund");
    long lost = sum(disputes, each -> has(each, "dispute-lost"), "dispute-lost");
    long disputed =
        sum(disputes, each -> !has(each, "dispute-lost") && !has(each, "dispute-won"), "dispute");
    long room = paid;
    long refundedHere = Math.min(room, refunded);
    room -= refundedHere;
    long lostHere = Math.min(room, lost);
    room -= lostHere;
    long refundingHere = Math.min(room, refunding);
    room -= refundingHere;
    long disputedHere = Math.min(room, disputed);
    return new Aftermath(
        fees,
        refundedHere,
        lostHere,
        refundingHere,
        disputedHere,
        refunded
            + lost
            + refunding
            + disputed
            - refundedHere
            - lostHere
            - refundingHere
            - disputedHere,
        own.stream().anyMatch(each -> each.kind().equals("dispute-lost")));
  }

  /** All that creators and platform do not have, or not for now. */
  public long returned() {
    return refunded + lost + refunding + disputed;
  }

  /** Whether the buyer keeps the right that they paid for. */
  public boolean entitles(long paid) {
    return !anyLost && refunded + refunding < paid;
  }

  private static Map<String, List<SaleFact>> things(List<SaleFact> facts, String kind) {
    return facts.stream()
        .filter(each -> each.kind().equals(kind) || each.kind().startsWith(kind + "-"))
        .collect(Collectors.groupingBy(SaleFact::thing));
  }

  private static long sum(
      Map<String, List<SaleFact>> things, Predicate<List<SaleFact>> which, String kind) {
    return things.values().stream().filter(which).mapToLong(each -> largest(each, kind)).sum();
  }

  private static long largest(List<SaleFact> facts, String kind) {
    return facts.stream()
        .filter(each -> each.kind().equals(kind))
        .mapToLong(SaleFact::amount)
        .max()
        .orElse(0);
  }

  private static boolean has(List<SaleFact> facts, String kind) {
    return facts.stream().anyMatch(each -> each.kind().equals(kind));
  }
}
