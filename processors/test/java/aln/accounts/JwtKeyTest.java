package aln.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JwtKeyTest {

  @TempDir Path folder;

  @Test
  void isMadeOnceAndReadableByItsOwnerAlone() throws IOException {
    Path file = folder.resolve("keys/jwt.key");
    SecretKey first = JwtKey.in(file);
    assertThat(JwtKey.in(file)).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void isTheSameForProcessesThatStartAtOnce() throws Exception {
    Path file = folder.resolve("jwt.key");
    var starters = Executors.newFixedThreadPool(8);
    Callable<SecretKey> start = () -> JwtKey.in(file);
    var keys = starters.invokeAll(List.of(start, start, start, start, start, start, start, start));
    starters.shutdown();
    SecretKey kept = JwtKey.in(file);
    for (var key : keys) {
      assertThat(key.get()).isEqualTo(kept);
    }
  }

  @Test
  void refusesAKeyThatIsTooShort() throws IOException {
    Path file = Files.writeString(folder.resolve("jwt.key"), "short\n");
    assertThatThrownBy(() -> JwtKey.in(file))
        .hasMessageContaining("ALN_JWT_KEY_FILE")
        .hasMessageContaining("32");
  }
}
