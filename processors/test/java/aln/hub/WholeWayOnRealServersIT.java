package aln.hub;

import java.util.Map;

/** On RabbitMQ and MinIO, as {@code .ci/run} starts them. */
class WholeWayOnRealServersIT extends WholeWay {

  @Override
  Map<String, String> servers() {
    return Servers.real().settings();
  }
}
