package aln.hub;

import java.util.Map;

/** On the parts that come along. */
class PartedUploadsIT extends PartedUploads {

  @Override
  Map<String, String> servers() {
    return Map.of();
  }
}
