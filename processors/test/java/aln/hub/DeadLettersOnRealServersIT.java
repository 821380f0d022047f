package aln.hub;

/** On RabbitMQ, with MinIO beside it. */
class DeadLettersOnRealServersIT extends DeadLetters {

  @Override
  Servers servers() {
    return Servers.real();
  }
}
