package aln.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import aln.routes.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the Java sources look like. */
class SourcesTest {

  private static final int LONGEST = 250;

  private final List<Path> sources = Yaml.files(Path.of("processors/main/java/aln"), ".java");

  @Test
  void everyPackageTellsWhatItIsFor() {
    assertThat(sources)
        .isNotEmpty()
        .extracting(Path::getParent)
        .allSatisfy(
            folder ->
                assertThat(folder.resolve("package-info.java"))
                    .content()
                    .contains("/**", "@NullMarked"));
  }

  @Test
  void noClassIsTooLongToRead() throws IOException {
    for (Path source : sources) {
      assertThat(Files.readAllLines(source))
          .as("%s: look for the two nouns that are hiding", source)
          .hasSizeLessThanOrEqualTo(LONGEST);
    }
  }

  @Test
  void noNameIsEmpty() {
    assertThat(sources)
        .extracting(source -> source.getFileName().toString())
        .noneMatch(name -> name.matches(".*(Utils?|Helper|Manager|Base|Impl)\\.java"));
  }
}
