package aln.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.JwtException;

class TokensTest {

  private static final Account AMINA =
      new Account(UUID.randomUUID(), "amina@example.com", "admin", Instant.EPOCH);

  @TempDir Path folder;

  @Test
  void tellAnyProcessWithTheKeyWhoCalls() throws IOException {
    String token = tokens("jwt.key", Duration.ofHours(1)).issue(AMINA).accessToken();
    Caller caller = Callers.of(tokens("jwt.key", Duration.ofHours(1)).decode(token));
    assertThat(caller).isEqualTo(new Caller(AMINA.id(), "amina@example.com", true));
  }

  @Test
  void areRefusedWhenAnotherKeySignedThem() throws IOException {
    String token = tokens("other.key", Duration.ofHours(1)).issue(AMINA).accessToken();
    Tokens ours = tokens("jwt.key", Duration.ofHours(1));
    assertThatThrownBy(() -> ours.decode(token)).isInstanceOf(JwtException.class);
  }

  @Test
  void areRefusedWhenUnsigned() throws IOException {
    Tokens ours = tokens("jwt.key", Duration.ofHours(1));
    String payload = ours.issue(AMINA).accessToken().split("\\.")[1];
    String none = "eyJhbGciOiJub25lIn0." + payload + ".";
    assertThatThrownBy(() -> ours.decode(none)).isInstanceOf(JwtException.class);
  }

  @Test
  void endAfterTheirLifetime() throws IOException {
    JwtSettings settings = new JwtSettings(folder.resolve("jwt.key"), Duration.ofHours(1));
    Tokens before = new Tokens(settings, () -> Instant.now().minus(Duration.ofMinutes(61)));
    String token = before.issue(AMINA).accessToken();
    assertThatThrownBy(() -> before.decode(token)).hasMessageContaining("expired");
  }

  private Tokens tokens(String key, Duration lifetime) throws IOException {
    return new Tokens(new JwtSettings(folder.resolve(key), lifetime));
  }
}
