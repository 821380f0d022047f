package aln.uploads;

import java.util.UUID;

/**
 * @param status of the asset now
 */
public record CompletedUpload(UUID assetId, String status) {

  /** Where to ask for the asset. */
  public String getLocation() {
    return "/api/assets/" + assetId;
  }
}
