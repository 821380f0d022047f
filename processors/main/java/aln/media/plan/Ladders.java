package aln.media.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Finds ladders among the files of {@code config/ladders}. */
public final class Ladders {

  private Ladders() {}

  /**
   * @param name of a file without {@code .yaml}
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Ladder named(String name) {
    if (!name.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("Not the name of a ladder: " + name);
    }
    try (InputStream file =
        Ladders.class.getResourceAsStream("/config/ladders/" + name + ".yaml")) {
      if (file == null) {
        throw new IllegalArgumentException(
            "There is no config/ladders/" + name + ".yaml; set aln.media.ladder to one that is");
      }
      Object data = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return new ObjectMapper().convertValue(data, Ladder.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
