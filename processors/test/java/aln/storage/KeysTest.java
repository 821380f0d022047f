package aln.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

  private static final UUID OWNER = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  private static final UUID ASSET = UUID.fromString("00000000-0000-0000-0000-00000000000b");

  @Test
  void putsASourceBelowItsOwnerAndAsset() {
    assertThat(Keys.source(OWNER, ASSET))
        .isEqualTo(
            new ObjectRef(
                "raw-assets",
                "user_00000000-0000-0000-0000-00000000000a/00000000-0000-0000-0000-00000000000b/source"));
  }

  @Test
  void keepsAttemptsApart() {
    assertThat(Keys.outputPrefix(OWNER, ASSET, 2, "encode-video-3", 17))
        .isEqualTo(
            "user_00000000-0000-0000-0000-00000000000a/00000000-0000-0000-0000-00000000000b/v2/encode-video-3/17/");
  }

  @Test
  void takesNoPathForATask() {
    assertThatThrownBy(() -> Keys.outputPrefix(OWNER, ASSET, 1, "../other", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/../b",
        "./a",
        "a/..",
        "a\u0001b",
        "a\u007fb",
        "a\ud800b",
        "a\nb",
        "\u0000",
        " ",
        "\u001e"
      })
  void knowsKeysThatNoStoreTakes(String key) {
    assertThat(Keys.isPossible(key)).isFalse();
  }

  @Test
  void knowsHowLongKeysMayBe() {
    String longest = ("x".repeat(255) + "/").repeat(4);
    assertThat(Keys.isPossible(longest)).isTrue();
    assertThat(Keys.isPossible(longest + "x")).isFalse();
    assertThat(Keys.isPossible("x".repeat(256))).isFalse();
    assertThat(Keys.isPossible("\u00e9".repeat(127) + "x")).isTrue();
    assertThat(Keys.isPossible("\u00e9".repeat(128))).isFalse();
    assertThat(Keys.isPossible("user_a/A film (1) \ud83c\udfac..mp4")).isTrue();
  }
}
