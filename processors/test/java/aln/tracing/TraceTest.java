package aln.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TraceTest {

  private static final String HEADER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void readsAndWritesTheHeaderOfTheStandard() {
    Trace trace = Trace.read(HEADER).orElseThrow();
    assertThat(trace.id()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(trace.header()).isEqualTo(HEADER);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "none",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
      })
  void takesNothingElseForATrace(String header) {
    assertThat(Trace.read(header)).isEmpty();
  }

  @Test
  void goesOnInTheSameTraceWithASpanOfItsOwn() {
    Trace trace = Trace.begin();
    Trace next = trace.next();
    assertThat(next.id()).isEqualTo(trace.id());
    assertThat(next.header()).isNotEqualTo(trace.header());
    assertThat(Trace.read(next.header()).map(Trace::header)).contains(next.header());
  }

  @Test
  void beginsAnotherTraceEachTime() {
    assertThat(Trace.begin().id()).matches("[0-9a-f]{32}").isNotEqualTo(Trace.begin().id());
  }

  @Test
  void isTheThreadsAndItsLogsUntilItsScopeCloses() {
    Trace outer = Trace.begin();
    Trace inner = Trace.begin();
    try (Scope first = outer.enter()) {
      try (Scope second = inner.enter()) {
        assertThat(Trace.here()).isEqualTo(inner);
        assertThat(MDC.get("trace")).isEqualTo(inner.id());
      }
      assertThat(Trace.current()).contains(outer);
      assertThat(MDC.get("trace")).isEqualTo(outer.id());
    }
    assertThat(Trace.current()).isEmpty();
    assertThat(MDC.get("trace")).isNull();
  }
}
