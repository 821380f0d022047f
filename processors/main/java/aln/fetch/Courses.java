package aln.fetch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The fetches of this process: so many at a time, each as long as it is this process's turn. A
 * process that stops hands them back at once; the next goes on with what the store has.
 */
@Component
public class Courses implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Courses.class);

  private final Map<UUID, Course> under = new ConcurrentHashMap<>();
  private final Fetches fetches;
  private final FetchSettings settings;
  private volatile boolean running = true;

  Courses(Fetches fetches, FetchSettings settings) {
    this.fetches = fetches;
    this.settings = settings;
  }

  /** The next one that is due, now this process's; null when there is none or no room. */
  public @Nullable Fetch next() {
    if (!running || under.size() >= settings.atOnce()) {
      return null;
    }
    Fetch fetch = fetches.take();
    if (fetch != null) {
      under.put(fetch.upload(), new Course(fetch));
    }
    return fetch;
  }

  /** Of one that {@link #next} gave. */
  Course of(Fetch fetch) {
    Course course = under.get(fetch.upload());
    if (course == null) {
      throw new FetchStopped(fetch);
    }
    return course;
  }

  /** Keeps the leases and tells how far all are; ends those that are not ours any more. */
  public void keep() {
    List<Course> mine = List.copyOf(under.values());
    if (mine.isEmpty()) {
      return;
    }
    Set<UUID> kept = fetches.renew(mine);
    mine.stream()
        .filter(each -> !kept.contains(each.fetch().upload()))
        .forEach(
            each -> {
              LOG.debug("{} is over or another's", each.fetch().upload());
              each.end();
            });
  }

  /** Whatever came of it, there is room for another. */
  public void close(Fetch fetch) {
    Course course = under.remove(fetch.upload());
    if (course != null) {
      course.end();
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    under.values().forEach(Course::end);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** While the routes and the database still run: Spring stops them in later phases. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 1024;
  }
}
