package aln.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the jar once. A folder of them appears only when it is
 * complete, so a start that was cut short harms nothing.
 */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /** The folder that holds {@code bin/}, {@code lib/} and {@code share/}. */
  static Path unpack(Path folder) throws IOException {
    byte[] archive = archive();
    var checksum = new CRC32();
    checksum.update(archive);
    Path home = folder.resolve("programs-%08x".formatted(checksum.getValue()));
    if (Files.notExists(home)) {
      Path fresh = folder.resolve("programs.new");
      FileSystemUtils.deleteRecursively(fresh);
      extract(archive, fresh);
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return home;
  }

  private static byte[] archive() throws IOException {
    String machine =
        System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
    try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", machine)) {
      return in.readAllBytes();
    }
  }

  private static void extract(byte[] archive, Path target) throws IOException {
    var xz = new XZInputStream(new java.io.ByteArrayInputStream(archive));
    try (var tar = new TarArchiveInputStream(new BufferedInputStream(xz))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        extract(tar, entry, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path to)
      throws IOException {
    Files.createDirectories(entry.isDirectory() ? to : to.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(tar, to);
      to.toFile().setExecutable((entry.getMode() & 0100) != 0);
    }
  }
}
