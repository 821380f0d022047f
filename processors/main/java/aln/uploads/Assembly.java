package aln.uploads;

import aln.problems.Problem;
import aln.storage.Multiparts;
import aln.storage.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Puts the parts of an upload together, once all of them are there as they were sent. */
@Component
public class Assembly {

  private static final int NAMED = 20;

  private final Multiparts multiparts;

  Assembly(Multiparts multiparts) {
    this.multiparts = multiparts;
  }

  /**
   * Answers the claim, with the ETag that the store gave the whole where the client names none.
   * Nothing to do for what comes whole, and for what was put together by somebody who died before
   * they could say so: whether the object is there is for {@link Arrivals} to see.
   *
   * @throws Problem 409 when parts are missing or are not those that the client sent; nothing is
   *     lost, they can be sent again
   */
  public CompleteUpload assemble(Upload upload, CompleteUpload claim) {
    if (upload.storeId() == null) {
      return claim;
    }
    List<Part> stored =
        multiparts.parts(upload.source(), upload.storeId()).orElse(List.of()).stream()
            .filter(each -> each.number() <= upload.parts())
            .toList();
    if (stored.isEmpty()) {
      return claim;
    }
    check(upload, stored, claim);
    return multiparts
        .complete(upload.source(), upload.storeId(), stored)
        .map(claim::orWith)
        .orElse(claim);
  }

  private static void check(Upload upload, List<Part> stored, CompleteUpload claim) {
    Set<Integer> there = stored.stream().map(Part::number).collect(Collectors.toSet());
    IntStream missing =
        IntStream.rangeClosed(1, upload.parts()).filter(number -> !there.contains(number));
    refuse(upload, "parts-missing", "have not arrived", missing);

    Map<Integer, String> sent =
        Optional.ofNullable(claim.parts()).orElse(List.of()).stream()
            .collect(Collectors.toMap(ClaimedPart::number, ClaimedPart::etag, (one, last) -> last));
    IntStream different =
        stored.stream()
            .filter(
                part ->
                    part.size() != upload.sizeOf(part.number())
                        || !part.hasTag(sent.getOrDefault(part.number(), part.etag())))
            .mapToInt(Part::number);
    refuse(upload, "parts-differ", "are not as they were sent", different);
  }

  private static void refuse(Upload upload, String code, String what, IntStream bad) {
    int[] all = bad.toArray();
    if (all.length > 0) {
      String numbers =
          IntStream.of(all)
              .limit(NAMED)
              .mapToObj(String::valueOf)
              .collect(Collectors.joining(", "));
      throw Problem.conflict(
          code,
          "%d of %d parts %s: %s%s. Send them again, then complete again."
              .formatted(
                  all.length, upload.parts(), what, numbers, all.length > NAMED ? ", …" : ""));
    }
  }
}
