package aln.workers;

import aln.storage.StoreCircuit;
import aln.tasks.ScratchBudget;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What keeps the workers of this process from any work, whatever the task. */
@Component
@EnableConfigurationProperties(WorkerSettings.class)
public class Workers {

  private static final String NO_ROOM =
      "There is less free space on the scratch disk than ALN_SCRATCH_RESERVE.";

  private final StoreCircuit store;
  private final ScratchBudget scratch;

  public Workers(StoreCircuit store, ScratchBudget scratch) {
    this.store = store;
    this.scratch = scratch;
  }

  /** In words for an operator; null when they can work. */
  public @Nullable String hindrance() {
    return scratch.isUsedUp() ? NO_ROOM : store.reason();
  }
}
