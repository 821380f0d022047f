package aln.faults;

import aln.hub.Clips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What is uploaded; made on the spot, once for each folder. */
enum Film {
  /** Three chunks with sound, two renditions. */
  FILM {
    @Override
    void make(Path folder, String name) {
      Clips.film(folder, name, "640x480", 5);
    }
  },
  /** Longer than a few chunks and not to be sought in: it is cut into pieces first. */
  FLASH {
    @Override
    void make(Path folder, String name) throws IOException {
      Files.move(Clips.film(folder, "flash.flv", "640x480", 8), folder.resolve(name));
    }
  },
  /** As little as there can be, one chunk with sound. */
  TINY {
    @Override
    void make(Path folder, String name) {
      Clips.film(folder, name, "64x64", 1);
    }
  },
  /** The same, in a file of three parts: what follows the picture is room that players skip. */
  ROOMY {
    @Override
    void make(Path folder, String name) throws IOException {
      byte[] tiny = Files.readAllBytes(Clips.film(folder, "small-" + name, "64x64", 1));
      int free = 11 << 20;
      var file = ByteBuffer.allocate(tiny.length + free).put(tiny).putInt(free);
      Files.write(
          folder.resolve(name), file.put("free".getBytes(StandardCharsets.US_ASCII)).array());
    }
  },
  /** A recording whose end, with the index of its frames, is missing. */
  CUT_OFF {
    @Override
    void make(Path folder, String name) throws IOException {
      Path whole = Clips.film(folder, "whole-" + name, "64x64", 1);
      byte[] bytes = Files.readAllBytes(whole);
      Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length / 2));
    }
  },
  /** Words that call themselves a film. */
  TEXT {
    @Override
    void make(Path folder, String name) throws IOException {
      Files.writeString(folder.resolve(name), "This is no film.\n".repeat(200));
    }
  };

  abstract void make(Path folder, String name) throws IOException;

  /** What it is called wherever it is uploaded. */
  String filename() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".mp4";
  }

  Path in(Path folder) {
    Path file = folder.resolve(filename());
    try {
      if (Files.notExists(file)) {
        make(Files.createDirectories(folder), filename());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
