package aln.hub;

/** On RabbitMQ, with MinIO beside it. */
class PoisonOnRealServersIT extends Poison {

  @Override
  Servers servers() {
    return Servers.real();
  }
}
