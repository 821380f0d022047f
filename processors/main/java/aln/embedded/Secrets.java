package aln.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets, made once and kept as files that only the hub's user can read. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  Secrets(Path folder) {
    this.folder = folder;
  }

  /** The file that holds this secret, made with a new random value when there is none. */
  Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.notExists(file)) {
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Path fresh = Files.createTempFile(folder, name, ".new", mode);
      Files.writeString(fresh, random(24));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  String value(String name) throws IOException {
    return Files.readString(file(name)).strip();
  }

  /** A secret of so many random bytes, in letters, digits, {@code -} and {@code _}. */
  static String random(int bytes) {
    byte[] value = new byte[bytes];
    RANDOM.nextBytes(value);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }
}
