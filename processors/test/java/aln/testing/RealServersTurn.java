package aln.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets the next process have the real servers when a test class has ended. */
public final class RealServersTurn implements AfterAllCallback {

  @Override
  public void afterAll(ExtensionContext context) {
    RealServers.leave();
  }
}
