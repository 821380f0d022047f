package aln.messages;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.support.converter.MessageConverter;
import org.springframework.stereotype.Component;

/**
 * A consumer gets the bytes as they are, whatever the message says of its encoding: to convert them
 * before the flow could fail, where no error handling keeps the message.
 */
@Component
class RawBodies implements MessageConverter {

  @Override
  public Object fromMessage(Message message) {
    return message.getBody();
  }

  @Override
  public Message toMessage(Object body, MessageProperties properties) {
    throw new UnsupportedOperationException("Events leave through the outbox");
  }
}
