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
  void takeAFewThreadsAtMost() {
    Observers observers = new Observers(scheduler, seen::add);
    for (int i = 0; i < 100; i++) {
      observers.tell(EVENT);
    }

    assertEquals(4, scheduler.waiting());
    scheduler.run();
    assertEquals(100, seen.size());
  }

  @Test
  void missWhatIsMoreThanMayWaitForThemUntilTheyHaveHeardHalfOfIt() {
    List<Integer> left = new ArrayList<>();
    Observers[] observers = new Observers[1];
    observers[0] =
        new Observers(
            scheduler,
            event -> {
              seen.add(event);
              if (event instanceof Integer number && number % (Observers.MOST / 4) == 0) {
                observers[0].tell("after " + number);
              }
            });
    for (int i = 1; i <= Observers.MOST; i++) {
      observers[0].tell(i);
      left.add(i);
    }
    observers[0].tell("too much");
    observers[0].tell("too much");
    assertEquals(
        List.of(
            "RV0014 an observer takes too long: 100000 events wait, and more are left out until"
                + " half of them are told"),
        log.lines(Message.EVENTS_LEFT_OUT));
    scheduler.run();

    assertEquals(left, seen.subList(0, Observers.MOST));
    assertEquals(List.of("after 75000", "after 100000"), seen.subList(Observers.MOST, seen.size()));
    assertEquals(1, log.lines(Message.EVENTS_LEFT_OUT).size());
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
