package aln.messages;

import aln.sql.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.stereotype.Component;

/**
 * Declares what the broker must hold, at every connect. A broker without the hub's queues is new,
 * or has lost its disk: then whatever it may have held is written anew from the database.
 */
@Component
class BrokerAdmin extends RabbitAdmin {

  private static final Logger log = LoggerFactory.getLogger(BrokerAdmin.class);

  private final Sql sql;

  BrokerAdmin(ConnectionFactory broker, Sql sql) {
    super(broker);
    this.sql = sql;
    setIgnoreDeclarationExceptions(true); // BrokerWatch tells of them
  }

  /** Before it declares: when the database is away, the next connect finds no queues again. */
  @Override
  public void initialize() {
    if (getQueueInfo(Topology.DEAD_LETTERS) == null) {
      long woken = sql.statement("messages/distrust-broker").query(Long.class).single();
      log.info("The broker holds none of the hub's queues; {} tasks are woken anew", woken);
    }
    super.initialize();
  }
}
