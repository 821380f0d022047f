package aln.drop;

import aln.problems.Problem;
import aln.uploads.UploadLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Decides what becomes of what has been dropped: a new asset, more of an old one, or a refusal. */
@Component
class Reception {

  private static final Set<String> DOCUMENTS =
      Set.of("pdf", "zip", "json", "xml", "gzip", "msword", "rtf", "x-sh", "java-archive");

  private final DropOwners owners;
  private final TakenFiles taken;
  private final Reservations reservations;
  private final UploadLimits limits;
  private final DropSettings settings;

  Reception(
      DropOwners owners,
      TakenFiles taken,
      Reservations reservations,
      UploadLimits limits,
      DropSettings settings) {
    this.owners = owners;
    this.taken = taken;
    this.reservations = reservations;
    this.limits = limits;
    this.settings = settings;
  }

  /** What is to be taken and what is not; what is in neither waits for its file. */
  record Sorted(List<Drop> drops, List<Refusal> refusals) {}

  /**
   * @param at the store's time
   */
  Sorted sort(List<Bundle> bundles, Instant at) {
    Map<String, UUID> accounts = owners.find(bundles);
    Map<Bundle.Name, TakenFiles.Taken> earlier = taken.lately(bundles, accounts);
    var arrivals = new ArrayList<Arrival>();
    var drops = new ArrayList<Drop>();
    var refusals = new ArrayList<Refusal>();
    for (Bundle bundle : bundles) {
      UUID owner = accounts.get(bundle.name().user());
      TakenFiles.Taken before = earlier.get(bundle.name());
      if (owner == null) {
        bundle.files().forEach(file -> refusals.add(new Refusal(file, noSuchAccount(file))));
      } else if (before != null && before.isJoinedBy(bundle)) {
        drops.add(new Drop(owner, before.asset(), null, null, bundle.withoutFile().sidecars()));
      } else if (bundle.file() != null) {
        receive(new Arrival(owner, bundle.file(), bundle.sidecars()), arrivals, refusals);
      } else if (bundle.isOlderThan(at.minus(settings.patience()))) {
        bundle.sidecars().forEach(file -> refusals.add(new Refusal(file, noSuchFile(file))));
      }
    }
    Sorted reserved = reservations.reserve(arrivals);
    drops.addAll(reserved.drops());
    refusals.addAll(reserved.refusals());
    return new Sorted(drops, refusals);
  }

  private void receive(Arrival arrival, List<Arrival> arrivals, List<Refusal> refusals) {
    DropFile file = arrival.file();
    try {
      checkName(file.key());
      limits.check(file.size(), file.key().contentType().toString());
      arrivals.add(arrival);
    } catch (Problem refused) {
      refusals.add(Refusal.of(file, refused));
    }
  }

  /** What is no video, audio or image by its very name does not become a failed asset. */
  private static void checkName(DropKey key) {
    var type = key.contentType();
    boolean document =
        type.getType().equals("text")
            || (type.getType().equals("application") && DOCUMENTS.contains(type.getSubtype()));
    if (document) {
      throw Problem.unprocessable(
          "not-media",
          "The name says that this is %s, and the hub takes video, audio and images. Leave it out, or give it its right ending and drop it again."
              .formatted(type));
    }
  }

  private static String noSuchAccount(DropFile file) {
    String user = file.key().user();
    return user.isEmpty()
        ? "The file lies in no folder. Drop it into a folder that is named by your account's e-mail"
            + " address or id."
        : "There is no account %s. Name the folder by your account's e-mail address or id, and drop the file there."
            .formatted(user);
  }

  private String noSuchFile(DropFile file) {
    return "Nothing named %s has come within %d hours, so nobody knows what this belongs to. Drop it again together with its file."
        .formatted(file.key().stem() + ".*", settings.patience().toHours());
  }
}
