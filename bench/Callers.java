import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Clients that call at the same time, each over a connection that stays. */
final class Callers implements AutoCloseable {

  private final int many;
  private final ExecutorService threads;
  private final OkHttpClient http;

  Callers(int many) {
    this.many = many;
    threads = Executors.newFixedThreadPool(many);
    http =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(2 * many, 1, TimeUnit.MINUTES))
            .readTimeout(2, TimeUnit.MINUTES)
            .build();
  }

  /** The answer's body; anything but 2xx is an error. */
  String send(Request.Builder request) throws IOException {
    try (var answer = http.newCall(request.build()).execute()) {
      String body = answer.body().string();
      if (!answer.isSuccessful()) {
        throw new IOException(answer + ": " + body);
      }
      return body;
    }
  }

  /** So many calls, each caller one after the other; answers the seconds until the last has ended. */
  double atOnce(int count, Callable<?> call) throws Exception {
    long begin = System.nanoTime();
    List<Future<?>> all = new ArrayList<>();
    for (int caller = 0; caller < many; caller++) {
      int own = count / many + (caller < count % many ? 1 : 0);
      all.add(
          threads.submit(
              () -> {
                for (int i = 0; i < own; i++) {
                  call.call();
                }
                return null;
              }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  /**
   * Two requests, one after the other, again and again at a fixed pace, whether the ones before are
   * answered or not. Answers the milliseconds of each request, sorted: of the first from when it was
   * due, also while no caller was free.
   */
  double[] paced(int count, double aSecond, Callable<?> first, Callable<?> second)
      throws Exception {
    long begin = System.nanoTime();
    List<Future<double[]>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long due = begin + (long) (i / aSecond * 1e9);
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
      all.add(
          threads.submit(
              () -> {
                first.call();
                long between = System.nanoTime();
                second.call();
                return new double[] {(between - due) / 1e6, (System.nanoTime() - between) / 1e6};
              }));
    }
    List<double[]> millis = new ArrayList<>();
    for (Future<double[]> each : all) {
      millis.add(each.get());
    }
    return millis.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.connectionPool().evictAll();
  }
}
