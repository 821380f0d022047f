package aln.media.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecNameTest {

  /**
   * Expected are the names that ISO/IEC 14496-15, annex E, and the AV1 binding give as examples.
   */
  @ParameterizedTest
  @CsvSource({
    "avc1, avcC, 0164001fffe1,                           avc1.64001f",
    "hvc1, hvcC, 0101600000009000000000003ff000fc,       hvc1.1.6.L63.90",
    "hvc1, hvcC, 01016000000000000000000 05df000fc,      hvc1.1.6.L93",
    "hvc1, hvcC, 0122200000009000000000009 9f000fc,      hvc1.2.4.H153.90",
    "hvc1, hvcC, 0141600000001200340000003cf000fc,       hvc1.A1.6.L60.12.0.34",
    "av01, av1C, 8101 0c00,                              av01.0.01M.08",
    "av01, av1C, 810d cc00,                              av01.0.13H.10",
    "av01, av1C, 8150 6000,                              av01.2.16M.12"
  })
  void readsWhatADecoderHasToDo(String entry, String box, String configuration, String name) {
    byte[] content = HexFormat.of().parseHex(configuration.replace(" ", ""));
    ByteBuffer picture = ByteBuffer.allocate(78 + 8 + content.length);
    picture.position(78);
    picture.put(box(box, content));
    assertThat(CodecName.read(description(entry, picture.array()))).isEqualTo(name);
  }

  @Test
  void saysNothingOfSound() {
    assertThat(CodecName.read(description("mp4a", new byte[28]))).isNull();
  }

  @Test
  void knowsNoOtherCodec() {
    assertThatThrownBy(() -> CodecName.read(description("vp09", new byte[90])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("vp09");
    assertThatThrownBy(() -> CodecName.read(description("hvc1", new byte[90])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ByteBuffer description(String entry, byte[] content) {
    byte[] box = box(entry, content).array();
    return ByteBuffer.allocate(8 + box.length).putInt(0).putInt(1).put(box).flip();
  }

  private static ByteBuffer box(String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(type.getBytes(StandardCharsets.ISO_8859_1))
        .put(content)
        .flip();
  }
}
