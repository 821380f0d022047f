package aln.playback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret that lets a viewer play: 192 random bits as base64url (RFC 4648). The database knows
 * only its hash.
 *
 * @param text as it stands in addresses
 */
public record Token(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** One that nobody has seen before. */
  public static Token random() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return new Token(base64(bytes));
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
