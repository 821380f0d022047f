package aln.profiles;

import aln.media.MediaSettings;
import aln.media.plan.Ladder;
import aln.media.plan.Ladders;
import aln.problems.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ladders of {@code config/ladders} by their names. A wrong file ends the hub's start. */
@Component
public class Profiles {

  private final String usual;
  private final List<Ladder> ladders;

  public Profiles(MediaSettings settings) {
    usual = Ladders.named(settings.ladder()).name();
    ladders = Ladders.all();
  }

  public ProfileList list() {
    return new ProfileList(
        ladders.stream()
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
    if (ladders.stream().noneMatch(each -> each.name().equals(asked))) {
      throw Problem.invalid("profile", "There is no profile " + asked + ". Choose " + names());
    }
    return asked;
  }

  private String names() {
    return ladders.stream().map(Ladder::name).collect(Collectors.joining(", ", "one of ", "."));
  }
}
