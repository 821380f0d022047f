package aln.messages;

import com.google.common.base.Throwables;
import com.rabbitmq.client.ShutdownSignalException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpAuthenticationException;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.amqp.rabbit.core.DeclarationExceptionEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Says in one line when the broker is away, when it is back, and what mends it. */
@Component
class BrokerWatch implements ConnectionListener {

  private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);

  private final ConnectionFactory broker;
  private final Outages outages;
  private final AtomicBoolean away = new AtomicBoolean();

  BrokerWatch(ConnectionFactory broker, Outages outages) {
    this.broker = broker;
    this.outages = outages;
    broker.addConnectionListener(this);
  }

  @Override
  public void onCreate(Connection connection) {
    if (away.getAndSet(false)) {
      log.info("The broker at {} is back", address());
    }
  }

  @Override
  public void onShutDown(ShutdownSignalException signal) {
    if (!signal.isInitiatedByApplication()) {
      away.set(true);
      log.warn("The broker at {} is gone: {}", address(), signal.getMessage());
    }
  }

  @Override
  public void onFailed(Exception failure) {
    away.set(true);
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    outages.tell(
        "The broker at %s cannot be reached: %s. What is to be announced waits in the database. %s"
            .formatted(address(), cause.getMessage(), mend(failure)));
  }

  private static String mend(Exception failure) {
    if (failure instanceof AmqpAuthenticationException) {
      return "Set ALN_AMQP_URL (or ALN_AMQP_URL_FILE) to a user and password that it accepts.";
    }
    if (Throwables.getCausalChain(failure).stream().anyMatch(SSLException.class::isInstance)) {
      return "If its certificate is of a CA of your own, name the CA's PEM file: ALN_TLS_CA=<file>";
    }
    return "Start it, or correct ALN_AMQP_URL.";
  }

  /** A queue that is there with other arguments stays as it is, and is used. */
  @EventListener
  void refused(DeclarationExceptionEvent event) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(event.getThrowable());
    String what = event.getDeclarable() instanceof Queue queue ? queue.getName() : "aln";
    outages.tell(
        "The broker keeps %s as it is: %s. Set a policy instead, or delete it while it is empty; see docs/decisions/006-arguments-and-policies.md"
            .formatted(what, cause.getMessage()));
  }

  private String address() {
    return broker.getHost() + ":" + broker.getPort();
  }
}
