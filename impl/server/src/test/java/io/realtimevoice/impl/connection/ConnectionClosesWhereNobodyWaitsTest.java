package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.protocol.CloseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A close can block for seconds (Open Liberty 26), so it is on no thread that others need. */
class ConnectionClosesWhereNobodyWaitsTest {

  private final ManualScheduler scheduler = new ManualScheduler();
  private final List<Runnable> closes = new ArrayList<>();
  private final FakeTransport transport = new FakeTransport();
  private final Connection connection =
      new Connection(
          transport,
          new Scheduler() {
            @Override
            public void execute(Runnable task) {
              scheduler.execute(task);
            }

            @Override
            public void perform(Runnable task) {
              throw new AssertionError("the application's threads");
            }

            @Override
            public void closing(Runnable task) {
              closes.add(task);
            }

            @Override
            public Timer after(Duration delay, Runnable task) {
              return scheduler.after(delay, task);
            }

            @Override
            public long nanoTime() {
              return scheduler.nanoTime();
            }
          },
          ConnectionFixture.LIMITS,
          new RecordingListener(),
          (attempt, nonce) -> "welcome");

  @Test
  void whenItIsCutOff() {
    connection.abort(CloseCode.TOO_SLOW);
    scheduler.run();

    assertClosesOnlyThere("close 4481");
  }

  @Test
  void whenTheCloseHasHadItsTurn() {
    connection.close(CloseCode.NORMAL);
    scheduler.run();

    assertClosesOnlyThere("close 1000");
  }

  private void assertClosesOnlyThere(String close) {
    assertEquals(List.of(), transport.written());
    closes.forEach(Runnable::run);
    assertEquals(List.of(close), transport.written());
  }
}
