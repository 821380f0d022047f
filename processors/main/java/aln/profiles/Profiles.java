package aln.profiles;

import aln.media.MediaSettings;
import aln.media.plan.Ladder;
import aln.media.plan.Ladders;
import aln.problems.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ladders of {@code config/ladders} by their names, as far as they can be made here. A wrong
 * file ends the hub's start.
 */
@Component
public class Profiles {

  private final String usual;
  private final List<Ladder> ladders;
  private final CodecSets codecSets;

  public Profiles(MediaSettings settings, CodecSets codecSets) {
    usual = Ladders.named(settings.ladder()).name();
    ladders = Ladders.all();
    this.codecSets = codecSets;
  }

  public ProfileList list() {
    return new ProfileList(
        offered()
            .map(each -> new Profile(each.name(), each.description(), each.name().equals(usual)))
            .toList());
  }

  /**
   * The profile that was asked for.
   *
   * @param name null for the hub's own choice
   * @throws Problem 400 when there is none of that name
   */
  public String choose(@Nullable String name) {
    String asked = name == null ? usual : name;
    if (offered().noneMatch(each -> each.name().equals(asked))) {
      throw Problem.invalid("profile", "There is no profile " + asked + ". Choose " + names());
    }
    return asked;
  }

  private String names() {
    return offered().map(Ladder::name).collect(Collectors.joining(", ", "one of ", "."));
  }

  /** The hub's own choice always, whatever of it can be made. */
  private Stream<Ladder> offered() {
    return ladders.stream().filter(each -> each.name().equals(usual) || codecSets.allow(each));
  }
}
