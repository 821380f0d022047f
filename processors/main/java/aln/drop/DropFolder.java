package aln.drop;

import aln.intake.Intake;
import aln.storage.Inventory;
import aln.storage.Keys;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The bucket that the hub watches, stretch by stretch. */
@Component
public class DropFolder {

  private final Inventory inventory;
  private final Intake intake;
  private final Reception reception;
  private final DropSettings settings;

  public DropFolder(
      Inventory inventory, Intake intake, Reception reception, DropSettings settings) {
    this.inventory = inventory;
    this.intake = intake;
    this.reception = reception;
    this.settings = settings;
  }

  /**
   * The next stretch, of up to a thousand objects. What has changed within the last seconds stays
   * for a later look, as somebody may still be writing it or what belongs to it.
   *
   * @param after the last key of the stretch before; empty at the beginning of a round
   * @throws aln.problems.Problem 503 while the hub has enough to do: all stays where it is
   */
  public Look look(String after) {
    intake.admitWork();
    DropPage page = DropPage.of(inventory.list(Keys.DROP, "", after.isEmpty() ? null : after));
    List<Bundle> bundles = Bundle.of(page.files());
    if (bundles.isEmpty()) {
      return new Look(List.of(), List.of(), false, page.next());
    }
    Instant limit = page.at().minus(settings.settle());
    List<Bundle> settled = bundles.stream().filter(each -> each.isOlderThan(limit)).toList();
    Reception.Sorted sorted = reception.sort(settled, page.at());
    return new Look(
        sorted.drops(), sorted.refusals(), settled.size() < bundles.size(), page.next());
  }
}
