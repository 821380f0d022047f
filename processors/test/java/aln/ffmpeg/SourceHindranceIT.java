package aln.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import aln.ffmpeg.FlakyStore.Fault;
import aln.media.SourceInput;
import aln.media.Studio;
import aln.media.Tools;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A real FFmpeg with the hub's options for a source, in front of a store that fails in all the ways
 * there are: it says so each time, even where it ends with 0 as if the film ended there.
 */
class SourceHindranceIT {

  private static final Installation HERE = Tools.installation();

  @TempDir static File folder;

  @BeforeAll
  static void makeFilms() {
    film("index-last.mp4", "-movflags", "0");
    film("index-first.mp4", "-movflags", "+faststart");
    film("film.mkv");
  }

  @ParameterizedTest
  @CsvSource({
    "index-first.mp4, RESET",
    "index-first.mp4, TRUNCATE",
    "index-first.mp4, ANSWER_503",
    "index-first.mp4, HANG",
    "index-last.mp4, RESET",
    "index-last.mp4, TRUNCATE",
    "index-last.mp4, ANSWER_503",
    "film.mkv, RESET",
    "film.mkv, TRUNCATE",
    "film.mkv, ANSWER_503",
  })
  void saysThatTheStoreFailedWhileItRead(String film, Fault fault) throws Exception {
    try (var store = new FlakyStore(bytes(film), fault, 400_000)) {
      RunningCommand command = read(store.address());
      assertThat(command.hindrance()).as(command.stderrTail()).contains(Hindrance.SOURCE_AWAY);
    }
  }

  @ParameterizedTest
  @CsvSource({"RESET", "TRUNCATE", "ANSWER_503"})
  void saysThatTheStoreFailedFromTheBeginning(Fault fault) throws Exception {
    try (var store = new FlakyStore(bytes("index-first.mp4"), fault, 0)) {
      RunningCommand command = read(store.address());
      assertThat(command.hindrance()).as(command.stderrTail()).contains(Hindrance.SOURCE_AWAY);
    }
  }

  @Test
  void saysThatNobodyListens() throws Exception {
    RunningCommand command = read(URI.create("http://127.0.0.1:1/source"));
    assertThat(command.hindrance()).as(command.stderrTail()).contains(Hindrance.SOURCE_AWAY);
  }

  @Test
  void saysNothingOfTheKindWhenAllIsWell() throws Exception {
    try (var store = new FlakyStore(bytes("index-last.mp4"), Fault.NONE, 0)) {
      RunningCommand command = read(store.address());
      assertThat(command.exitCode()).as(command.stderrTail()).isZero();
      assertThat(command.hindrance()).isEmpty();
    }
  }

  @Test
  void blamesACutFileAndNotTheStoreThatServesIt() throws Exception {
    byte[] whole = bytes("index-last.mp4");
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    try (var store = new FlakyStore(half, Fault.NONE, 0)) {
      RunningCommand command = read(store.address());
      assertThat(command.exitCode()).isNotZero();
      assertThat(command.hindrance()).as(command.stderrTail()).isEmpty();
    }
  }

  private static RunningCommand read(URI source) throws IOException {
    List<String> line = new ArrayList<>(List.of(HERE.ffmpeg().getPath()));
    line.addAll(List.of("-hide_banner", "-loglevel", "warning", "-nostdin", "-copyts"));
    line.addAll(SourceInput.arguments(source, Studio.SETTINGS.limits()));
    line.addAll(List.of("-f", "null", "-"));
    var builder = new ProcessBuilder(line).directory(folder);
    builder.environment().putAll(HERE.environment());
    RunningCommand command = RunningCommand.start(builder, false);
    assertThat(command.await(Duration.ofMinutes(3))).isEqualTo(RunningCommand.End.EXITED);
    return command;
  }

  private static byte[] bytes(String film) throws IOException {
    return Files.readAllBytes(Path.of(folder.getPath(), film));
  }

  private static void film(String name, String... more) {
    List<String> arguments = new ArrayList<>(List.of("-y", "-f", "lavfi", "-i"));
    arguments.addAll(List.of("testsrc2=s=640x360:r=25:d=20", "-f", "lavfi", "-i", "sine=d=20"));
    arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-b:v", "2M"));
    arguments.addAll(List.of("-c:a", "aac"));
    arguments.addAll(List.of(more));
    arguments.add(name);
    assertThat(Tools.ffmpeg(folder, arguments.toArray(String[]::new)).exit()).isZero();
  }
}
