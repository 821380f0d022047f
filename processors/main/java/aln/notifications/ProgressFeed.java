package aln.notifications;

import aln.ConditionalOnService;
import aln.accounts.Caller;
import aln.notifications.AssetStates.Owned;
import aln.problems.Problem;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells listeners how their assets get on. The database is the truth: one query for all of them,
 * twice a second, and none while nobody listens.
 */
@Component
@ConditionalOnService("notifications")
class ProgressFeed {

  private static final Logger LOG = LoggerFactory.getLogger(ProgressFeed.class);
  private static final long LOOK_MILLIS = 500;

  private final AssetStates states;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(threads("progress-"));
  private final ExecutorService senders = Executors.newCachedThreadPool(threads("events-"));

  ProgressFeed(AssetStates states) {
    this.states = states;
    clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Opens a stream, which begins with how things are.
   *
   * @param asset one asset of the caller's, or of anybody's for an admin; null: all of the caller's
   * @throws Problem 404 for an asset that the caller may not see
   */
  SseEmitter listen(Caller caller, @Nullable UUID asset) {
    if (asset != null && !maySee(caller, asset)) {
      throw Problem.notFound();
    }
    SseEmitter stream = new SseEmitter(0L);
    Listener listener = new Listener(caller.id(), asset, stream, Instant.now());
    stream.onCompletion(() -> listeners.remove(listener));
    stream.onTimeout(stream::complete);
    stream.onError(failure -> listeners.remove(listener));
    listeners.add(listener);
    listener.tell(List.of(), Instant.now(), senders);
    return stream;
  }

  /** How many streams are open. */
  int listeners() {
    return listeners.size();
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    clock.shutdownNow();
    listeners.forEach(Listener::close);
    senders.shutdown();
  }

  private boolean maySee(Caller caller, UUID asset) {
    return states
        .owner(asset)
        .filter(owner -> caller.admin() || owner.equals(caller.id()))
        .isPresent();
  }

  private void look() {
    if (listeners.isEmpty()) {
      return;
    }
    try {
      List<Owned> now = states.of(owners(), followed());
      listeners.forEach(each -> each.tell(now, Instant.now(), senders));
    } catch (DataAccessException | CannotCreateTransactionException away) {
      LOG.warn("No news for {} listeners: {}", listeners.size(), away.getMessage());
    }
  }

  private Set<UUID> owners() {
    Set<UUID> owners = new HashSet<>();
    listeners.stream().filter(Listener::wantsAll).map(Listener::owner).forEach(owners::add);
    return owners;
  }

  private Set<UUID> followed() {
    Set<UUID> assets = new HashSet<>();
    listeners.forEach(each -> assets.addAll(each.follows()));
    return assets;
  }

  private static ThreadFactory threads(String prefix) {
    CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
    threads.setDaemon(true);
    return threads;
  }
}
