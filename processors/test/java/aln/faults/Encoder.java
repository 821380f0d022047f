package aln.faults;

import aln.ffmpeg.Installation;
import aln.media.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The FFmpeg of one worker: the machine's own behind a script that, while a file of that name lies
 * beside it, works slowly, or once is killed or gets too little memory.
 */
final class Encoder {

  private static final String SCRIPT =
      """
      #!/bin/bash
      # ffmpeg, or ffprobe, by the name that it was called by
      here='%1$s'
      %2$s
      program='%3$s'/$(basename "$0")
      slowly() {
        arguments=()
        for each in "$@"; do
          [ "$each" != -i ] || arguments+=(-readrate 0.25)
          arguments+=("$each")
        done
        exec "$program" "${arguments[@]}"
      }
      case " $* " in
        *libx264*)
          # Moving the file away makes sure that it happens once.
          if mv "$here/killed" "$here/killed.done" 2> /dev/null; then
            "$program" "$@" > /dev/null 2>&1 &
            sleep 0.1
            kill -KILL $! $$
          fi
          if mv "$here/starved" "$here/starved.done" 2> /dev/null; then
            ulimit -v 60000
            exec "$program" "$@"
          fi
          [ ! -e "$here/slow" ] || slowly "$@" ;;
        *" -c:a aac "*)
          [ ! -e "$here/slow-sound" ] || slowly "$@" ;;
      esac
      exec "$program" "$@"
      """;

  private final Path folder;

  private Encoder(Path folder) {
    this.folder = folder;
  }

  static Encoder in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Installation here = Tools.installation();
    String libraries =
        here.libraries() == null ? "" : "export LD_LIBRARY_PATH='" + here.libraries() + "'";
    String script = SCRIPT.formatted(folder, libraries, here.ffmpeg().getParent());
    Path ffmpeg = Files.writeString(folder.resolve("ffmpeg"), script);
    Files.setPosixFilePermissions(ffmpeg, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createSymbolicLink(folder.resolve("ffprobe"), ffmpeg);
    return new Encoder(folder);
  }

  Path program() {
    return folder.resolve("ffmpeg");
  }

  /** From the next video on it reads a second of film in four. */
  void slow() {
    make("slow");
  }

  /** The same of sound. */
  void slowSound() {
    make("slow-sound");
  }

  /** The next video's encoder is killed in the middle of its work, as by the OOM killer. */
  void killOnce() {
    make("killed");
  }

  /** The next video's encoder gets too little memory to start with. */
  void starveOnce() {
    make("starved");
  }

  /** Whether what was to happen once has happened. */
  boolean hasMisbehaved() {
    return Files.exists(folder.resolve("killed.done"))
        || Files.exists(folder.resolve("starved.done"));
  }

  void behave() {
    try {
      for (String name :
          new String[] {"slow", "slow-sound", "killed", "killed.done", "starved", "starved.done"}) {
        Files.deleteIfExists(folder.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make(String name) {
    try {
      Files.writeString(folder.resolve(name), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
