package aln.embedded;

import java.lang.reflect.Field;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.BrokerImpl;
import org.apache.qpid.server.model.SystemConfig;
import org.jspecify.annotations.Nullable;

/** What Broker-J tells about its start: its launcher does not throw when that fails. */
final class BrokerStartup extends DefaultSystemLauncherListener {

  private @Nullable SystemConfig<?> system;
  private @Nullable RuntimeException failure;

  @Override
  public void onContainerResolve(SystemConfig<?> resolved) {
    system = resolved;
  }

  @Override
  public void errorOnStartup(RuntimeException e) {
    failure = e;
  }

  /**
   * Broker-J closes itself as soon as the JVM begins to end, while workers still finish their tasks
   * and tell the broker so. It offers no setting against that, so its hook is taken away here.
   *
   * @throws RuntimeException what made the start fail
   */
  void check() throws ReflectiveOperationException {
    if (failure != null) {
      throw failure;
    }
    if (system != null) {
      Field hook = BrokerImpl.class.getDeclaredField("_shutdownHook");
      hook.setAccessible(true);
      Runtime.getRuntime().removeShutdownHook((Thread) hook.get(system.getContainer()));
    }
  }
}
