package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.impl.store.InMemorySessionStore;
import io.realtimevoice.impl.store.StoredSessionCodec;
import io.realtimevoice.spi.SessionStore;
import io.realtimevoice.spi.SessionStoreException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsAreKnownToTheStoreTest {

  private final ResumeFixture fixture = new ResumeFixture();
  private final InMemorySessionStore store =
      new InMemorySessionStore(100, fixture.scheduler::nanoTime);

  @Test
  void whileTheirClientsAreAway() {
    ResumeFixture.Link first = fixture.on(store).connect("ann");
    first.saysType("start").plays(1, 2);
    assertEquals(0, store.size());
    first.breaks();
    var stored =
        StoredSessionCodec.decode(store.find(first.sessionId).orElseThrow().value()).orElseThrow();

    assertEquals("ann", stored.principalName());
    assertEquals(2, stored.received());
    assertEquals(1, stored.sent());
    ResumeFixture.Link second = fixture.connect("ann");
    second.resumes(first, 1);
    assertTrue(store.find(first.sessionId).isEmpty());
  }

  @Test
  void untilTheyAreWaitedForNoLonger() {
    ResumeFixture.Link first = fixture.on(store).connect();
    first.breaks();
    fixture.advance(ConversationFixture.WINDOW.plusSeconds(1));

    assertEquals(0, store.size());
  }

  @Test
  void soThatAnotherServerKnowsButDoesNotSay() {
    ResumeFixture.Link first = fixture.on(store).connect();
    first.breaks();
    ResumeFixture.Link other = new ResumeFixture().on(store).connect();
    other.answers();

    assertEquals(List.of("error RESUME_LOST", "close 4410"), other.resumes(first, 0).answers());
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    assertEquals(List.of("resumed 0"), second.resumes(first, 0).answers());
  }

  /** The store may be slow, and the thread that has read the message is the container's. */
  @Test
  void andAreNotLookedForOnTheContainersThread() {
    List<String> asked = new ArrayList<>();
    SessionStore noting =
        (SessionStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                  asked.add(method.getName());
                  return Optional.empty();
                });
    ResumeFixture.Link link = fixture.on(noting).connect();
    link.answers();
    link.line.text(link.resume("nobody", "t", 0));
    assertEquals(List.of(), asked);

    assertEquals(List.of("error RESUME_LOST", "close 4410"), link.answers());
    assertEquals(List.of("find"), asked);
  }

  @Test
  void butDoNotNeedIt() {
    SessionStore broken =
        (SessionStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                  throw new SessionStoreException("down", null);
                });
    ResumeFixture.Link first = fixture.on(broken).connect();
    first.breaks();
    ResumeFixture.Link second = fixture.connect();
    second.answers();

    assertEquals(List.of("resumed 0"), second.resumes(first, 0).answers());
    ResumeFixture.Link third = fixture.connect();
    third.answers();
    assertEquals(
        List.of("error RESUME_LOST", "close 4410"), third.resumes("nobody", "t", 0).answers());
  }
}
