package aln.accounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Secrets that need not be kept, because every process of the hub can make them again from the key
 * of tokens. Whoever reads the database cannot.
 */
@Component
public class DerivedSecrets {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKey root;

  public DerivedSecrets(JwtSettings settings) throws IOException {
    root = JwtKey.in(settings.keyFile());
  }

  /**
   * 256 bits, always the same for the same arguments, and as good as random to whoever does not
   * have the key. Each purpose has a key of its own, and none signs tokens.
   *
   * @param purpose fixed words of the hub
   * @param about what the secret belongs to
   */
  public byte[] of(String purpose, String about) {
    return mac(new SecretKeySpec(mac(root, "aln " + purpose), ALGORITHM), about);
  }

  private static byte[] mac(SecretKey key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
