package aln.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import aln.ffmpeg.Command.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The shipped flow with a real FFmpeg, wrapped so that it can also leave a grandchild behind. */
@CamelSpringBootTest
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "spring.config.location=optional:classpath:no-other-part-of-the-hub/")
class RunFfmpegRouteIT {

  private static final List<String> ENDLESS =
      List.of(
          "-progress", "pipe:1", "-re", "-f", "lavfi", "-i", "testsrc=s=64x64", "-f", "null", "-");

  @Configuration
  @EnableAutoConfiguration(
      excludeName = {
        "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
        "org.springframework.boot.autoconfigure.amqp.RabbitAutoConfiguration",
        "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration"
      })
  @ComponentScan("aln.ffmpeg")
  static class OnlyFfmpeg {}

  @TempDir static Path wrapped;
  @TempDir File directory;

  @Autowired ProducerTemplate camel;
  @Autowired RunningCommands running;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    FfmpegWithOffspring.write(wrapped);
    registry.add("aln.data-dir", wrapped::toString);
    registry.add("aln.ffmpeg.limits.cpu-seconds", () -> 600);
    registry.add("aln.ffmpeg.limits.memory", () -> "16GB");
    registry.add("aln.ffmpeg.limits.file-size", () -> "1GB");
    registry.add("aln.ffmpeg.limits.processes", () -> 16384);
    registry.add("aln.ffmpeg.path", wrapped::toString);
    registry.add("camel.main.routes-include-pattern", () -> "classpath:routes/common/run-ffmpeg.*");
  }

  @Test
  void makesAFileAndShowsHowFarItIs() {
    CompletableFuture<Output> output =
        start(
            ffmpeg(
                "-progress",
                "pipe:1",
                "-re",
                "-f",
                "lavfi",
                "-i",
                "testsrc=d=2:r=25:s=64x64",
                "-c:v",
                "mpeg4", // puts out every frame at once
                "clip.mp4"));
    await().until(() -> running.progress(directory).filter(p -> p.frame() > 0).isPresent());
    Progress seen = running.progress(directory).orElseThrow();
    assertThat(seen.outTime()).isBetween(Duration.ZERO, Duration.ofSeconds(2));
    assertThat(output.join().took()).isGreaterThan(Duration.ofSeconds(1));
    assertThat(output.join().stdout()).isEmpty();
    assertThat(new File(directory, "clip.mp4")).isNotEmpty();
    assertThat(running.progress(directory)).isEmpty();
  }

  @Test
  void answersWithWhatFfprobeWrites() {
    run(ffmpeg("-f", "lavfi", "-i", "testsrc=d=1:r=25:s=64x48", "clip.mp4"));
    Output output =
        run(ffprobe("-v", "error", "-of", "json", "-show_entries", "stream=width", "clip.mp4"));
    assertThat(output.stdout()).contains("\"width\": 64");
    assertThat(output.stderrTail()).isEmpty();
  }

  @Test
  void letsOthersGoFirstAsFarAsTheCommandSays() throws IOException {
    int own = niceness(Files.readString(Path.of("/proc/self/stat")));
    assertThat(niceness(itself())).isEqualTo(Math.min(19, own + 10));
    assertThat(niceness(itself().yielding())).isEqualTo(Math.min(19, own + 19));
  }

  /** Copies what Linux says about the process that copies it. */
  private Command itself() {
    return ffmpeg(
        "-y",
        "-f",
        "rawvideo",
        "-video_size",
        "1x1",
        "-pixel_format",
        "gray",
        "-i",
        "/proc/self/stat",
        "-c",
        "copy",
        "-f",
        "rawvideo",
        "stat");
  }

  private int niceness(Command command) throws IOException {
    Output output = run(command);
    assertThat(output.command().get(0)).as("what it is shown as").endsWith("ffmpeg");
    return niceness(Files.readString(directory.toPath().resolve("stat")));
  }

  /** The 19th field of proc_pid_stat(5). */
  private static int niceness(String stat) {
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
  }

  @Test
  void saysWhyItFailed() throws IOException {
    Files.writeString(directory.toPath().resolve("film.mp4"), "this is no film");
    FfmpegFailed failed = failure(FfmpegFailed.class, ffmpeg("-i", "film.mp4", "-f", "null", "-"));
    assertThat(failed.exitCode()).isNotZero();
    assertThat(failed.stderrTail()).contains("film.mp4", "Invalid data found");
    assertThat(failed).hasMessageContaining("Invalid data found");
    assertThat(failed.command().get(0)).endsWith("ffmpeg");
    assertThat(failed.command()).endsWith("-i", "film.mp4", "-f", "null", "-");
  }

  @Test
  void anEndlessAnswerIsAFailureAndFillsNoMemory() {
    FfmpegFailed failed =
        failure(
            FfmpegFailed.class,
            ffprobe("-v", "error", "-show_packets", "-f", "lavfi", "-i", "anullsrc=d=99999"));
    assertThat(failed.stderrTail()).contains("standard output is longer than 33554432 characters");
  }

  @Test
  void keepsPresignedUrlsToItself() {
    String url = "http://127.0.0.1:1/film.mp4?X-Amz-Signature=0123456789";
    FfmpegFailed failed = failure(FfmpegFailed.class, ffmpeg("-i", url, "-f", "null", "-"));
    assertThat(failed.stderrTail()).contains("http://127.0.0.1:1/film.mp4?…");
    assertThat(failed.stderrTail() + failed.command() + failed.getMessage())
        .doesNotContain("X-Amz");
  }

  @Test
  void aTimeOutKillsEverythingItStarted() {
    List<String> withOffspring = new ArrayList<>(FfmpegWithOffspring.OPTION);
    withOffspring.addAll(ENDLESS);
    Command command = new Command(Tool.FFMPEG, withOffspring, directory, Duration.ofMillis(1500));
    CompletableFuture<Output> output = start(command);
    List<ProcessHandle> group = FfmpegWithOffspring.running(directory, 3);
    assertThat(output)
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(ExecutionException.class)
        .withRootCauseInstanceOf(FfmpegTimedOut.class);
    await().until(() -> group.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void isKilledOnDemand() {
    CompletableFuture<Output> output = start(command(Tool.FFMPEG, ENDLESS));
    await().until(() -> running.progress(directory).isPresent());
    running.kill(directory);
    assertThat(output)
        .failsWithin(Duration.ofSeconds(2))
        .withThrowableOfType(ExecutionException.class)
        .withRootCauseInstanceOf(FfmpegKilled.class);
  }

  @Test
  void holdsStillGoesOnAndCanBeKilledWhileHeld() {
    CompletableFuture<Output> output = start(command(Tool.FFMPEG, ENDLESS));
    await().until(() -> running.progress(directory).isPresent());
    running.hold(directory);
    AtomicReference<Progress> last = new AtomicReference<>();
    await()
        .during(Duration.ofMillis(1500)) // it reports twice a second
        .until(
            () -> {
              Progress now = running.progress(directory).orElseThrow();
              return now.equals(last.getAndSet(now));
            });
    running.resume(directory);
    await().until(() -> !running.progress(directory).orElseThrow().equals(last.get()));
    running.hold(directory);
    running.kill(directory);
    assertThat(output)
        .failsWithin(Duration.ofSeconds(2))
        .withThrowableOfType(ExecutionException.class)
        .withRootCauseInstanceOf(FfmpegKilled.class);
  }

  @Test
  void doesNotWaitForAGrandchildThatHoldsItsOutput() {
    List<String> arguments = new ArrayList<>(FfmpegWithOffspring.OPTION);
    arguments.addAll(List.of("-f", "lavfi", "-i", "testsrc=d=1:s=64x64", "-f", "null", "-"));
    Output output = run(command(Tool.FFMPEG, arguments));
    assertThat(output.took()).isLessThan(Duration.ofSeconds(2));
    FfmpegWithOffspring.running(directory, 0);
  }

  @Test
  void obeysNoHeaderFromOutside() {
    File foreign = new File(directory, "foreign");
    Map<String, Object> injected =
        Map.of(
            "CamelExecCommandExecutable",
            "/bin/touch",
            "CamelExecCommandArgs",
            List.of(foreign.getPath()),
            "CamelExecCommandOutFile",
            foreign.getPath(),
            "CamelExecUseStderrOnEmptyStdout",
            true,
            "CamelExecExitValue",
            7);
    Exchange answer =
        camel.request(
            "direct:run-ffmpeg",
            exchange -> {
              exchange.getIn().setHeaders(new HashMap<>(injected));
              exchange.getIn().setBody(ffprobe("-v", "error", "-version"));
            });
    assertThat(answer.getMessage().getBody(Output.class).stdout()).startsWith("ffprobe version");
    assertThat(answer.getMessage().getHeaders().keySet())
        .noneMatch(name -> name.startsWith("CamelExec"));
    assertThat(foreign).doesNotExist();
  }

  @Test
  void handsArgumentsOverAsTheyAre() {
    String title = "It's a \"quoted\"  $HOME `title`; %s, ünï & \\ more";
    run(
        ffmpeg(
            "-f", "lavfi", "-i", "testsrc=d=1:s=64x64", "-metadata", "title=" + title, "a b.mp4"));
    Output output =
        run(
            ffprobe(
                "-v",
                "error",
                "-of",
                "csv=p=0:e=none",
                "-show_entries",
                "format_tags=title",
                "a b.mp4"));
    assertThat(output.stdout().strip()).contains(title);
  }

  @Test
  void tellsNothingOfTheHubsEnvironment() {
    Output output = run(command(Tool.FFPROBE, FfmpegWithOffspring.SHOW_ENVIRONMENT));
    assertThat(output.stdout()).contains("LC_ALL=C.UTF-8").doesNotContain("USER=", "HOME=", "ALN_");
  }

  @Test
  void twoCommandsCannotShareADirectory() {
    CompletableFuture<Output> first = start(command(Tool.FFMPEG, ENDLESS));
    await().until(() -> running.progress(directory).isPresent());
    failure(IllegalStateException.class, command(Tool.FFMPEG, ENDLESS));
    assertThat(first).isNotDone();
    running.kill(directory);
    assertThat(first).failsWithin(Duration.ofSeconds(2));
  }

  private Command ffmpeg(String... arguments) {
    return command(Tool.FFMPEG, List.of(arguments));
  }

  private Command ffprobe(String... arguments) {
    return command(Tool.FFPROBE, List.of(arguments));
  }

  private Command command(Tool tool, List<String> arguments) {
    return new Command(tool, arguments, directory, Duration.ofSeconds(60));
  }

  private Output run(Command command) {
    return camel.requestBody("direct:run-ffmpeg", command, Output.class);
  }

  private CompletableFuture<Output> start(Command command) {
    return CompletableFuture.supplyAsync(() -> run(command));
  }

  private <T extends Exception> T failure(Class<T> type, Command command) {
    CamelExecutionException thrown =
        catchThrowableOfType(CamelExecutionException.class, () -> run(command));
    assertThat(thrown).hasCauseInstanceOf(type);
    return type.cast(thrown.getCause());
  }
}
