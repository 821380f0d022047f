package aln.hub;

import aln.embedded.SharedParts;

/** On the broker that comes with the hub. */
class PoisonIT extends Poison {

  private SharedParts parts;

  @Override
  Servers servers() {
    parts = new SharedParts(folder.resolve("parts"));
    return Servers.of(parts);
  }

  @Override
  void stopServers() {
    if (parts != null) {
      parts.close();
    }
  }
}
