package aln.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

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
}
