package aln.tasks;

import org.springframework.util.unit.DataSize;

/**
 * A task needs more room than the scratch disk has; another worker may have it, or this one later.
 */
final class ScratchFull extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param needed bytes that the task will write
   * @param free bytes that it may have
   */
  ScratchFull(long needed, long free) {
    super(
        "It needs %d MB of scratch space and %d MB may be used. Free the disk of ALN_SCRATCH_DIR or give it more."
            .formatted(DataSize.ofBytes(needed).toMegabytes() + 1, Math.max(0, free) / 1_048_576));
  }
}
