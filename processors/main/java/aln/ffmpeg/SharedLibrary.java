package aln.ffmpeg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The dynamic section of a 64-bit little-endian ELF file, after the System V gABI ("Dynamic
 * Linking") and, for versions, the LSB ("Symbol Versioning"). It can forget libraries that it was
 * linked with: where functions are bound when they are first called, a library whose functions are
 * never called need not be there.
 */
final class SharedLibrary {

  private static final int ELF_MAGIC = 0x464c457f;
  private static final int PT_LOAD = 1;
  private static final int PT_DYNAMIC = 2;
  private static final long DT_NULL = 0;
  private static final long DT_NEEDED = 1;
  private static final long DT_STRTAB = 5;
  private static final long DT_VERNEED = 0x6ffffffeL;
  private static final long DT_VERNEEDNUM = 0x6fffffffL;

  private final ByteBuffer file;

  private SharedLibrary(byte[] content) {
    file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (file.getInt(0) != ELF_MAGIC || file.get(4) != 2 || file.get(5) != 1) {
      throw new IllegalArgumentException("not a 64-bit little-endian ELF file");
    }
  }

  static SharedLibrary of(byte[] content) {
    return new SharedLibrary(content.clone());
  }

  /** The libraries that must be found for this one to be loaded, in their order. */
  List<String> needed() {
    List<String> names = new ArrayList<>();
    for (int entry = dynamic(); tag(entry) != DT_NULL; entry += 16) {
      if (tag(entry) == DT_NEEDED) {
        names.add(name(value(entry)));
      }
    }
    return names;
  }

  /** The libraries of which certain versions are demanded, in their order. */
  List<String> versioned() {
    List<String> names = new ArrayList<>();
    int entry = offset(value(find(DT_VERNEED)));
    for (int next = -1; next != 0; entry += next) {
      names.add(name(file.getInt(entry + 4)));
      next = file.getInt(entry + 12);
    }
    return names;
  }

  /** The file's bytes, which no longer ask for these libraries. */
  byte[] without(Set<String> libraries) {
    forgetNeeded(libraries);
    forgetVersions(libraries);
    return file.array();
  }

  /** Entries are moved up over the forgotten ones; the rest is filled with end marks. */
  private void forgetNeeded(Set<String> libraries) {
    int kept = dynamic();
    int entry = kept;
    for (; tag(entry) != DT_NULL; entry += 16) {
      if (tag(entry) != DT_NEEDED || !libraries.contains(name(value(entry)))) {
        file.putLong(kept, tag(entry)).putLong(kept + 8, value(entry));
        kept += 16;
      }
    }
    for (; kept < entry; kept += 16) {
      file.putLong(kept, DT_NULL).putLong(kept + 8, 0);
    }
  }

  /** A list linked by relative offsets: the entry before a forgotten one points past it. */
  private void forgetVersions(Set<String> libraries) {
    int last = offset(value(find(DT_VERNEED)));
    if (libraries.contains(name(file.getInt(last + 4)))) {
      throw new IllegalArgumentException("the first version entry cannot be unlinked");
    }
    int forgotten = 0;
    for (int next = file.getInt(last + 12), entry = last + next; next != 0; entry += next) {
      next = file.getInt(entry + 12);
      if (libraries.contains(name(file.getInt(entry + 4)))) {
        file.putInt(last + 12, next == 0 ? 0 : entry + next - last);
        forgotten++;
      } else {
        last = entry;
      }
    }
    int count = find(DT_VERNEEDNUM);
    file.putLong(count + 8, value(count) - forgotten);
  }

  private int dynamic() {
    return Math.toIntExact(file.getLong(segment(PT_DYNAMIC, 0) + 8));
  }

  private int find(long wanted) {
    int entry = dynamic();
    while (tag(entry) != wanted) {
      if (tag(entry) == DT_NULL) {
        throw new IllegalArgumentException("no dynamic entry 0x" + Long.toHexString(wanted));
      }
      entry += 16;
    }
    return entry;
  }

  private long tag(int entry) {
    return file.getLong(entry);
  }

  private long value(int entry) {
    return file.getLong(entry + 8);
  }

  private String name(long index) {
    int start = offset(value(find(DT_STRTAB))) + Math.toIntExact(index);
    StringBuilder name = new StringBuilder();
    for (int at = start; file.get(at) != 0; at++) {
      name.append((char) file.get(at));
    }
    return name.toString();
  }

  /** Where in the file an address of the loaded library is. */
  private int offset(long address) {
    int load = segment(PT_LOAD, address);
    return Math.toIntExact(address - file.getLong(load + 16) + file.getLong(load + 8));
  }

  /** The program header of this type that covers the address; 0 for the first of its type. */
  private int segment(int type, long address) {
    int header = Math.toIntExact(file.getLong(0x20));
    for (int left = file.getShort(0x38); left > 0; left--, header += file.getShort(0x36)) {
      long start = file.getLong(header + 16);
      boolean covers =
          address == 0 || (address >= start && address < start + file.getLong(header + 32));
      if (file.getInt(header) == type && covers) {
        return header;
      }
    }
    throw new IllegalArgumentException("no program header of type " + type);
  }
}
