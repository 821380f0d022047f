package aln.notifications;

import aln.notifications.AssetStates.Owned;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One open stream. It remembers what it told, tells only what changed, and never waits for a slow
 * client: while one send is under way, the next is left for the following look.
 */
final class Listener {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final long RECONNECT_MILLIS = 2000;

  private final UUID owner;
  private final @Nullable UUID asset;
  private final SseEmitter stream;
  private final Map<UUID, AssetEvent> told = new HashMap<>();
  private final AtomicBoolean sending = new AtomicBoolean();
  private final Instant ends;
  private volatile Instant lastSent = Instant.MIN;

  /**
   * A stream of one asset, or of all that belong to an account.
   *
   * @param asset null: all
   * @param now a stream lasts half an hour from here; then the client opens the next, with a token
   *     that is checked again
   */
  Listener(UUID owner, @Nullable UUID asset, SseEmitter stream, Instant now) {
    this.owner = owner;
    this.asset = asset;
    this.stream = stream;
    this.ends = now.plus(LONGEST);
  }

  UUID owner() {
    return owner;
  }

  /** The assets whose end it has yet to tell, or the one that it follows. */
  synchronized List<UUID> follows() {
    if (asset != null) {
      return List.of(asset);
    }
    return told.values().stream().filter(AssetEvent::isInWork).map(AssetEvent::id).toList();
  }

  /** Whether everything of its owner concerns it. */
  boolean wantsAll() {
    return asset == null;
  }

  /**
   * Sends what is new of these states, in another thread; a comment when it was silent for long.
   */
  void tell(List<Owned> states, Instant now, Executor senders) {
    if (now.isAfter(ends)) {
      stream.complete();
      return;
    }
    if (!sending.compareAndSet(false, true)) {
      return;
    }
    List<AssetEvent> news = news(states);
    if (news.isEmpty() && now.isBefore(lastSent.plus(HEARTBEAT))) {
      sending.set(false);
      return;
    }
    lastSent = now;
    senders.execute(() -> send(news));
  }

  void close() {
    stream.complete();
  }

  private synchronized List<AssetEvent> news(List<Owned> states) {
    List<AssetEvent> news = new ArrayList<>();
    for (Owned state : states) {
      AssetEvent event = state.event();
      boolean mine = asset == null ? state.owner().equals(owner) : event.id().equals(asset);
      if (mine && !event.equals(told.put(event.id(), event))) {
        news.add(event);
      }
    }
    return news;
  }

  private void send(List<AssetEvent> news) {
    try {
      if (news.isEmpty()) {
        stream.send(SseEmitter.event().comment("here").reconnectTime(RECONNECT_MILLIS));
      }
      for (AssetEvent event : news) {
        SseEventBuilder message = SseEmitter.event().name("asset").data(event);
        stream.send(message);
      }
    } catch (IOException | IllegalStateException gone) {
      stream.complete();
    } finally {
      sending.set(false);
    }
  }
}
