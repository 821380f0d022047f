package aln.media.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Throwables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the files of {@code config/ladders}. */
public final class Ladders {

  private static final String FOLDER = "config/ladders/";

  private Ladders() {}

  /**
   * @param name of a file without {@code .yaml}
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Ladder named(String name) {
    if (!name.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("Not the name of a ladder: " + name);
    }
    try (InputStream file = Ladders.class.getResourceAsStream("/" + FOLDER + name + ".yaml")) {
      if (file == null) {
        throw new IllegalArgumentException(
            "There is no config/ladders/" + name + ".yaml; set aln.media.ladder to one that is");
      }
      return read(name, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All there are, the quickest first.
   *
   * @throws IllegalArgumentException when one of them is wrong: which one, and what is
   */
  public static List<Ladder> all() {
    try {
      return Stream.of(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath:" + FOLDER + "*.yaml"))
          .map(Resource::getFilename)
          .flatMap(Stream::ofNullable)
          .map(file -> named(file.replaceFirst("\\.yaml$", "")))
          .sorted(
              Comparator.comparingInt((Ladder ladder) -> Ladder.PRESETS.indexOf(ladder.preset()))
                  .thenComparing(Comparator.comparingInt(Ladder::quality).reversed())
                  .thenComparing(ladder -> ladder.then() != null)
                  .thenComparing(Ladder::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param name what it calls itself, too
   * @throws IllegalArgumentException when it is wrong, and what is
   */
  static Ladder read(String name, InputStream yaml) {
    try {
      Object data = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      Ladder ladder = new ObjectMapper().convertValue(data, Ladder.class);
      if (ladder == null || !ladder.name().equals(name)) {
        throw new IllegalArgumentException("its name is " + name + ", like its file's");
      }
      return ladder;
    } catch (RuntimeException wrong) {
      String why = Optional.ofNullable(Throwables.getRootCause(wrong).getMessage()).orElse("");
      throw new IllegalArgumentException(FOLDER + name + ".yaml: " + why, wrong);
    }
  }
}
