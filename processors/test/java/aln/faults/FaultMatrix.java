package aln.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;
import org.springframework.util.FileSystemUtils;

/**
 * Gives every scenario a scene on one arena, which lasts as long as the tests, and prints the
 * matrix at their end. The system property {@code aln.faults.stack} says on which stack.
 */
final class FaultMatrix implements ParameterResolver, TestWatcher {

  private static final Namespace OURS = Namespace.create(FaultMatrix.class);

  /** What all scenarios share. */
  private static final class Run implements CloseableResource {

    private final String stack = System.getProperty("aln.faults.stack", "embedded");
    private final Matrix matrix = new Matrix(stack);
    private @Nullable Path folder;
    private @Nullable Arena arena;
    private boolean anew;

    Run() {
      Runtime.getRuntime().addShutdownHook(new Thread(Run::endProcesses));
    }

    /** Everything that runs for the matrix descends from this process. */
    private static void endProcesses() {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    Scene scene() throws Exception {
      if (arena == null) {
        endProcesses(); // those of a start that failed
        folder = Files.createTempDirectory("aln-faults").toRealPath();
        arena = Arena.start(stack(folder.resolve("servers")), folder);
      }
      arena.heal(anew);
      anew = false;
      return new Scene(arena);
    }

    private Stack stack(Path servers) throws Exception {
      return stack.equals("real") ? RealStack.in(servers) : EmbeddedStack.in(servers);
    }

    @Override
    public void close() throws Exception {
      if (arena != null) {
        arena.close();
      }
      if (folder != null && !Boolean.getBoolean("aln.faults.keep")) {
        FileSystemUtils.deleteRecursively(folder);
      }
      System.out.println(matrix.publish());
    }
  }

  private static Run run(ExtensionContext context) {
    return context.getRoot().getStore(OURS).getOrComputeIfAbsent(Run.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(Scene.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    try {
      Scene scene = run(context).scene();
      context.getStore(OURS).put(Scene.class, scene);
      return scene;
    } catch (RuntimeException e) {
      throw e; // a skipped test among them
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    Scene scene = context.getStore(OURS).get(Scene.class, Scene.class);
    run(context).matrix.passed(context.getDisplayName(), scene);
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    run(context).anew = true;
    run(context).matrix.failed(context.getDisplayName(), cause);
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    run(context).matrix.skipped(context.getDisplayName(), cause);
  }

  @Override
  public void testDisabled(ExtensionContext context, Optional<String> reason) {
    run(context).matrix.skipped(context.getDisplayName(), new Throwable(reason.orElse("")));
  }
}
