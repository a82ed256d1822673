package io.realtimevoice.impl.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxReportsProgressTest {

  private final OutboxFixture fixture = new OutboxFixture();
  private final List<String> told = new ArrayList<>();
  private final Frame.Text frame =
      new Frame.Text(
          "a",
          new Frame.Progress() {
            @Override
            public void attempted() {
              told.add("attempted");
            }

            @Override
            public void sent() {
              told.add("sent");
            }
          });

  @Test
  void notOpenIsNoAttempt() {
    fixture.transport.open(false);
    fixture.outbox.offer(frame);
    fixture.scheduler.run();

    assertEquals(List.of(), told);
  }

  @Test
  void attemptedBeforeTheContainerHasItAndSentWhenItIsWritten() {
    fixture.transport.completedByHand();
    fixture.outbox.offer(frame);
    fixture.scheduler.run();
    assertEquals(List.of("attempted"), told);

    fixture.transport.complete();
    assertEquals(List.of("attempted"), told, "never on the container's thread");
    fixture.scheduler.run();
    assertEquals(List.of("attempted", "sent"), told);
  }

  @Test
  void aFailureIsNotSent() {
    fixture.transport.failNext(new IOException("lost"));
    fixture.outbox.offer(frame);
    fixture.scheduler.run();
    assertEquals(List.of("attempted"), told);

    fixture.writtenAfter(Duration.ofSeconds(1));
    assertEquals(List.of("attempted", "attempted", "sent"), told);
  }
}
