package aln.payments.splits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aln.accounts.Caller;
import aln.payments.PaymentsOnPostgres;
import aln.payments.splits.FrozenSplit.Share;
import aln.payments.splits.SplitProposal.Wanted;
import aln.problems.Problem;
import java.util.Arrays;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SplitsIT extends PaymentsOnPostgres {

  @Autowired SplitViews views;

  private Caller amina;
  private Caller kofi;
  private UUID asset;

  @BeforeEach
  void aWork() {
    amina = account();
    kofi = account();
    asset = asset(amina);
  }

  @Test
  void areItsOwnersAloneUntilSomethingIsAgreed() {
    assertFrozen(0, new Share(amina.id(), 10_000));
    propose(half(amina), half(kofi));
    assertFrozen(0, new Share(amina.id(), 10_000));
    splits.agree(kofi, asset, new Answer(1));
    assertFrozen(1, new Share(amina.id(), 5000), new Share(kofi.id(), 5000));
    assertThat(views.read(kofi, asset).proposal()).isNull();
    assertThat(views.list(kofi, null, 20).items())
        .extracting(Split::assetId)
        .containsExactly(asset);
  }

  @Test
  void takeNobodysShareWithoutTheirAgreement() {
    propose(half(amina), half(kofi));
    splits.agree(kofi, asset, new Answer(1));
    Split proposed = propose(new Wanted(amina.email(), 10_000));
    assertThat(proposed.proposal().shares()).anyMatch(each -> each.bps() == 0);
    assertFrozen(1, new Share(amina.id(), 5000), new Share(kofi.id(), 5000));
    splits.agree(kofi, asset, new Answer(2));
    assertFrozen(2, new Share(amina.id(), 10_000));
    assertThat(views.read(kofi, asset).inForce().version()).as("what they agreed to").isEqualTo(2);
  }

  @Test
  void endWithOneWhoDeclines() {
    Caller ada = account();
    propose(half(kofi), half(ada));
    splits.decline(ada, asset, new Answer(1));
    refuses("split-declined", () -> splits.agree(kofi, asset, new Answer(1)));
    assertFrozen(0, new Share(amina.id(), 10_000));
    propose(half(kofi), half(amina));
    refuses("split-outdated", () -> splits.agree(kofi, asset, new Answer(1)));
    splits.agree(kofi, asset, new Answer(2));
    refuses("split-in-force", () -> splits.decline(kofi, asset, new Answer(2)));
  }

  @Test
  void areNobodyElsesBusiness() {
    Caller stranger = account();
    propose(half(amina), half(kofi));
    refuses("not-found", () -> views.read(stranger, asset));
    refuses("not-found", () -> splits.agree(stranger, asset, new Answer(1)));
    refuses("not-found", () -> splits.propose(kofi, asset, new SplitProposal(java.util.List.of())));
    refuses("not-found", () -> views.read(amina, UUID.randomUUID()));
    assertThat(views.list(stranger, null, 20).items()).isEmpty();
  }

  @Test
  void areWholeAndOfPeopleWhomTheHubKnows() {
    refuses("invalid-request", () -> propose(half(amina)));
    refuses("invalid-request", () -> propose(half(amina), half(amina)));
    refuses(
        "collaborator-unknown", () -> propose(half(amina), new Wanted("nobody@example.com", 5000)));
  }

  @Test
  void areWholeAndAgreedInTheDatabaseToo() {
    propose(half(amina), half(kofi));
    refusesSql("not agreed", "update split set in_force_at = now() where asset_id = '%s'");
    refusesSql("add up", "update split_share set bps = 4999 where bps = 5000 and asset_id = '%s'");
    refusesSql("add up", "insert into split (asset_id, version) values ('%s', 9)");
  }

  private void refusesSql(String why, String statement) {
    assertThatThrownBy(() -> database.sql(statement.formatted(asset)).update())
        .hasStackTraceContaining(why);
  }

  private static Wanted half(Caller who) {
    return new Wanted(who.email().toUpperCase(java.util.Locale.ROOT), 5000);
  }

  private Split propose(Wanted... shares) {
    return splits.propose(amina, asset, new SplitProposal(Arrays.asList(shares)));
  }

  private void assertFrozen(int version, Share... shares) {
    FrozenSplit frozen = splits.freeze(asset);
    assertThat(frozen.version()).isEqualTo(version);
    assertThat(frozen.shares()).containsExactlyInAnyOrder(shares);
  }

  private static void refuses(String code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            Problem.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
