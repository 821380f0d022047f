package aln.fetch;

import java.util.UUID;

/**
 * @param status of the asset
 */
public record BegunFetch(UUID uploadId, UUID assetId, String status) {

  /** Where to ask for the asset. */
  public String getLocation() {
    return "/api/assets/" + assetId;
  }
}
