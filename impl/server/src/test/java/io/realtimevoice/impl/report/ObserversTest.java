package io.realtimevoice.impl.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.impl.connection.ManualScheduler;
import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObserversTest {

  private static final SessionStarted EVENT = new SessionStarted("s-1", "c-1");

  private final LogCapture log = new LogCapture();
  private final ManualScheduler scheduler = new ManualScheduler();
  private final List<Object> seen = new ArrayList<>();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void areToldOnTheSchedulersThreads() {
    new Observers(scheduler, seen::add).tell(EVENT);

    assertEquals(List.of(), seen);
    scheduler.run();
    assertEquals(List.of(EVENT), seen);
  }

  @Test
  void areToldInTheCallWhenTheApplicationStops() {
    Observers observers = new Observers(scheduler, seen::add);
    observers.stopping();
    observers.tell(EVENT);

    assertEquals(List.of(EVENT), seen);
    assertEquals(0, scheduler.waiting());
  }

  @Test
  void mayThrowWhatTheyLike() {
    IllegalStateException failure = new IllegalStateException("observer");
    new Observers(scheduler, failing(failure)).tell(EVENT);
    scheduler.run();

    assertEquals(List.of(failure), log.causes(Message.OBSERVER_FAILED));
    assertEquals(
        List.of("RV0005 an observer of SessionStarted has thrown"),
        log.lines(Message.OBSERVER_FAILED));
  }

  @Test
  void mayThrowErrorsEvenWhenTheApplicationStops() {
    LinkageError failure = new NoClassDefFoundError("undeployed");
    Observers observers = new Observers(scheduler, failing(failure));
    observers.stopping();
    observers.tell(EVENT);

    assertEquals(List.of(failure), log.causes(Message.OBSERVER_FAILED));
  }

  private static Consumer<Object> failing(RuntimeException failure) {
    return event -> {
      throw failure;
    };
  }

  private static Consumer<Object> failing(Error failure) {
    return event -> {
      throw failure;
    };
  }
}
