package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.realtimevoice.impl.store.InMemorySessionStore;
import io.realtimevoice.spi.SessionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wherever in its resume the new connection dies, the session is away again, and not for ever. */
class ConnectionThatDiesDuringItsResumeTest {

  private final ResumeFixture fixture = new ResumeFixture();
  private Runnable whenForgotten = () -> {};
  private final ResumeFixture.Link first = fixture.on(store()).connect().saysType("start").breaks();
  private final ResumeFixture.Link second = fixture.connect();

  @Test
  void whileTheStoreIsTold() {
    whenForgotten = this::die;
    second.resumes(first, 1);

    isAwayAgain();
  }

  @Test
  void whileTheApplicationIsTold() {
    fixture.application.inResumed = this::die;
    second.resumes(first, 1);

    isAwayAgain();
  }

  @Test
  void andItsNextClientFindsIt() {
    whenForgotten = this::die;
    second.resumes(first, 1);
    ResumeFixture.Link third = fixture.connect();
    third.answers();

    assertEquals(List.of("resumed 1"), third.resumes(first, 1).answers());
    third.plays(1, 2).saysType("stop");
    assertEquals(List.of("stopped"), third.answers());
  }

  private void isAwayAgain() {
    assertEquals(List.of("open", "detached", "resumed", "detached"), calls());
    assertFalse(fixture.application.session.isConnected());
    fixture.advance(ConversationFixture.WINDOW.plusSeconds(1));
    assertEquals(List.of("close CONNECTION_LOST"), calls());
    assertEquals(0, fixture.sessions.size());
    assertEquals(0, fixture.scheduler.waiting());
  }

  private List<String> calls() {
    return fixture.application.takeCalls();
  }

  private void die() {
    second.connection.closed(1006);
  }

  /** A real one that says when a session is forgotten. */
  private SessionStore store() {
    SessionStore real = new InMemorySessionStore(100, fixture.scheduler::nanoTime);
    return (SessionStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SessionStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("remove")) {
                whenForgotten.run();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
