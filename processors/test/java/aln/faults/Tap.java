package aln.faults;

import aln.hub.Broker;
import com.rabbitmq.client.GetResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A queue of the test that hears every event there is. */
record Tap(Broker broker, String queue) implements AutoCloseable {

  static Tap on(Stack stack) throws Exception {
    Broker broker = stack.messages();
    String queue = broker.channel().queueDeclare().getQueue();
    broker.channel().queueBind(queue, "aln", "#");
    return new Tap(broker, queue);
  }

  long count() throws Exception {
    return broker.waiting(queue);
  }

  /** Takes what it has heard. */
  List<GetResponse> drain() throws Exception {
    List<GetResponse> heard = new ArrayList<>();
    GetResponse next;
    while ((next = broker.channel().basicGet(queue, true)) != null) {
      heard.add(next);
    }
    return heard;
  }

  /** Sends every one of them so often, all in disorder, past this queue. */
  void repeat(List<GetResponse> events, int times, long seed) throws Exception {
    broker.channel().queueUnbind(queue, "aln", "#");
    List<GetResponse> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.addAll(events);
    }
    Collections.shuffle(all, new Random(seed));
    for (GetResponse event : all) {
      broker
          .channel()
          .basicPublish(
              "aln", event.getEnvelope().getRoutingKey(), event.getProps(), event.getBody());
    }
    broker.channel().waitForConfirmsOrDie(60_000);
    broker.channel().queueBind(queue, "aln", "#");
  }

  /** Deletes the queue, as Broker-J keeps one that was never consumed from. */
  @Override
  public void close() throws Exception {
    broker.channel().queueDelete(queue);
    broker.close();
  }
}
