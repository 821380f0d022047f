package aln.gateway;

import aln.ConditionalOnService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where to go once the hub answers there. */
@Component
@ConditionalOnService("gateway")
class Welcome {

  private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

  private final String hub;

  Welcome(@Value("${aln.public-url}") String hub) {
    this.hub = hub;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    LOG.info(
        "aln is ready after {} s: {} (contract: {}/docs)",
        event.getTimeTaken().toSeconds(),
        hub,
        hub);
  }
}
