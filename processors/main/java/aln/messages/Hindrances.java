package aln.messages;

import aln.storage.StoreUnavailable;
import java.io.IOException;
import org.springframework.amqp.AmqpException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells what stands in an event's way for a while (a lock, a database, broker or store that is
 * away) from what is wrong with it for good.
 */
@Component
class Hindrances {

  /** Whether the same event may go through a little later. */
  public boolean mayPass(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (isPassing(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassing(Throwable cause) {
    return cause instanceof TransientDataAccessException
        || cause instanceof RecoverableDataAccessException
        || cause instanceof NonTransientDataAccessResourceException
        || cause instanceof TransactionException
        || cause instanceof AmqpException
        || cause instanceof StoreUnavailable
        || cause instanceof IOException;
  }
}
