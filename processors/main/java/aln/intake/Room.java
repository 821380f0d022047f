package aln.intake;

import aln.storage.StoreSettings;
import java.io.File;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The disk below the embedded store; a real store minds its own. */
@Component
public class Room {

  private final LongSupplier free;
  private final long reserve;

  @Autowired
  public Room(
      StoreSettings store, IntakeSettings settings, @Value("${aln.data-dir}") File directory) {
    this(store.isReal() ? () -> Long.MAX_VALUE : directory::getUsableSpace, settings);
  }

  /**
   * @param free bytes
   */
  Room(LongSupplier free, IntakeSettings settings) {
    this.free = free;
    this.reserve = settings.reserve().toBytes();
  }

  /** Bytes that a new source may have; never negative. */
  public long left() {
    return Math.max(0, free.getAsLong() - reserve);
  }
}
