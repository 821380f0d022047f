package aln.accounts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that signs tokens (HMAC-SHA-256, RFC 7518 §3.2), in a file that every process of the
 * hub reads: at least 32 characters, spaces at the ends ignored. Made at random where there is
 * none, readable by its owner alone.
 */
final class JwtKey {

  private static final int FEWEST_BYTES = 32;

  private JwtKey() {}

  /** Two processes that start at once get the same key. */
  static SecretKey in(Path file) throws IOException {
    if (!Files.exists(file)) {
      create(file);
    }
    byte[] secret = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    if (secret.length < FEWEST_BYTES) {
      throw new IllegalStateException(
          "The key in %s (ALN_JWT_KEY_FILE) is too short: write at least %d random characters, or remove the file and start again to get a new one."
              .formatted(file, FEWEST_BYTES));
    }
    return new SecretKeySpec(secret, "HmacSHA256");
  }

  /** Written aside and linked into place, so that nobody ever reads half a key. */
  private static void create(Path file) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path aside = Files.createTempFile(folder, "jwt", ".new", ownerOnly);
    try {
      Files.writeString(aside, random());
      Files.createLink(file.toAbsolutePath(), aside);
    } catch (FileAlreadyExistsException raced) {
      return;
    } finally {
      Files.delete(aside);
    }
  }

  private static String random() {
    byte[] bytes = new byte[48];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
