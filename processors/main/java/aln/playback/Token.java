package aln.playback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The secret that lets a viewer play: 192 bits as base64url (RFC 4648). The database knows only its
 * hash.
 *
 * @param text as it stands in addresses
 */
public record Token(String text) {

  private static final int BYTES = 24;

  /**
   * @param secret at least so many bits that nobody can guess
   */
  static Token of(byte[] secret) {
    return new Token(base64(Arrays.copyOf(secret, BYTES)));
  }

  /** SHA-256 of the text, base64url. */
  public String hash() {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return base64(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
