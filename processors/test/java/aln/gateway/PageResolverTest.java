package aln.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.resource.ResourceResolverChain;

class PageResolverTest {

  @TempDir Path folder;

  @BeforeEach
  void page() throws IOException {
    Files.writeString(folder.resolve("index.html"), "the page");
    Files.writeString(folder.resolve("logo.svg"), "the logo");
  }

  @Test
  void servesFilesAsTheyAre() {
    assertThat(name("logo.svg", "*/*")).isEqualTo("logo.svg");
  }

  @Test
  void servesThePageWhereverSomebodyNavigates() {
    assertThat(name("", "*/*")).isEqualTo("index.html");
    assertThat(name("studio", "text/html,*/*")).isEqualTo("index.html");
    assertThat(name("watch/0190163d", "text/html,*/*")).isEqualTo("index.html");
  }

  @Test
  void leavesProgramsAndForeignPathsWithNothing() {
    assertThat(name("studio", "application/json")).isNull();
    assertThat(name("studio", null)).isNull();
    assertThat(name("missing.js", "text/html")).isNull();
    assertThat(name("api/unknown", "text/html")).isNull();
    assertThat(name("play/token", "text/html")).isNull();
  }

  private @Nullable String name(String path, @Nullable String accept) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/" + path);
    if (accept != null) {
      request.addHeader("Accept", accept);
    }
    Resource found =
        new PageResolver()
            .resolveResource(
                request,
                path,
                List.of(new FileSystemResource(folder + "/")),
                mock(ResourceResolverChain.class));
    return found == null ? null : found.getFilename();
  }
}
