package aln.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import aln.hub.Broker;
import com.rabbitmq.client.GetResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages that come again, in disorder, in no form at all, or not. */
@Faults
class OddMessagesIT {

  private static final List<String> QUEUES =
      List.of(
          "open-job",
          "advance-job",
          "inspect",
          "encode-video",
          "encode-audio",
          "make-poster",
          "make-download");

  @Test
  @Tag("short")
  @DisplayName("every message ten times more, in disorder")
  void tenTimesInDisorder(Scene scene) throws Exception {
    scene.with(Film.FILM);
    try (Tap tap = Tap.on(scene.arena().stack())) {
      scene.upload(Film.FILM);
      scene.awaitThat("some messages have come", () -> tap.count() > 4);
      scene.struck();
      List<GetResponse> early = tap.drain();
      tap.repeat(early, 10, 1);
      scene.awaitEnd();
      Map<UUID, String> before = scene.outcome().dumps();
      List<GetResponse> late = tap.drain();
      tap.repeat(early, 10, 2);
      tap.repeat(late, 10, 3);
      awaitNoMessages(scene, tap.broker());
      assertThat(scene.outcome().dumps()).as("after the late ones").isEqualTo(before);
    }
    scene.endsWellRepeating(0);
  }

  @Test
  @DisplayName("a poison file and poison messages among good ones")
  void poisonAmongTheGood(Scene scene) throws Exception {
    scene.with(Film.FILM, Film.CUT_OFF, Film.TEXT);
    scene.struck();
    scene.upload(Film.CUT_OFF);
    scene.upload(Film.FILM);
    try (Broker broker = scene.arena().stack().messages()) {
      for (String queue : QUEUES) {
        broker.send("", "aln." + queue, Map.of(), "poison".getBytes(UTF_8));
        broker.send("", "aln." + queue, Map.of("cloudEvents_type", "task.done"), new byte[0]);
      }
      scene.upload(Film.TEXT);
      scene.upload(Film.FILM);
      scene.endsWellRepeating(0);
      awaitNoMessages(scene, broker);
    }
    assertThat(scene.failures()).containsExactly("not-media", "recording-interrupted");
  }

  @Test
  @DisplayName("a queue lost its binding")
  void unroutable(Scene scene) throws Exception {
    scene.with(Film.FILM);
    try (Broker broker = scene.arena().stack().messages()) {
      broker.channel().queueUnbind("aln.open-job", "aln", "asset.uploaded");
      scene.upload(Film.FILM);
      scene.awaitThat(
          "the event waits and says why",
          () ->
              scene.outcome().waiting().stream()
                  .anyMatch(
                      event ->
                          event.failure().toLowerCase(Locale.ROOT).contains("no queue takes it")));
    }
    scene.struck();
    scene.arena().hub().broker().drop(); // whoever connects declares what must be there
    scene.endsWellRepeating(0);
  }

  private static void awaitNoMessages(Scene scene, Broker broker) {
    scene.awaitThat(
        "all messages are taken",
        () -> {
          for (String queue : QUEUES) {
            if (broker.waiting("aln." + queue) > 0) {
              return false;
            }
          }
          return true;
        });
  }
}
