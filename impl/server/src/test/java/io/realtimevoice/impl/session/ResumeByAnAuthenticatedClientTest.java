package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.StartRequest;
import io.realtimevoice.impl.store.InMemorySessionStore;
import io.realtimevoice.impl.store.StoredSessionCodec;
import io.realtimevoice.spi.Handshake;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The authenticator knows clients by a cookie of their handshakes, or by a token that is good only
 * once.
 */
class ResumeByAnAuthenticatedClientTest {

  private static final List<String> REFUSED = List.of("error RESUME_LOST", "close 4410");
  private static final List<String> RESUMED = List.of("resumed 1", "ready");

  private int asked;
  private RecordingApplication.Action inAuthenticator = RecordingApplication.Action.NOTHING;
  private final ResumeFixture fixture =
      new ResumeFixture(
          ConversationFixture.limits(ConversationFixture.MAX_TEXT, ConversationFixture.MAX_BINARY),
          this::authenticate);

  @Test
  void goesOnForTheSameCaller() {
    ResumeFixture.Link first = fixture.connectWithCookie("ann").saysType("start").breaks();

    assertEquals(RESUMED, answers(fixture.connectWithCookie("ann"), first));
    assertEquals(2, asked);
  }

  @Test
  void isRefusedToAnotherOneWhoHasTheToken() {
    ResumeFixture.Link first = fixture.connectWithCookie("ann").saysType("start").breaks();

    assertEquals(REFUSED, answers(fixture.connectWithCookie("bob"), first));
    assertEquals(REFUSED, answers(fixture.connect(), first));
    assertEquals(RESUMED, answers(fixture.connectWithCookie("ann"), first));
  }

  @Test
  void isRefusedWhileTheAuthenticatorFails() {
    ResumeFixture.Link first = fixture.connectWithCookie("ann").saysType("start").breaks();
    inAuthenticator =
        () -> {
          throw new IllegalStateException("no database");
        };
    assertEquals(REFUSED, answers(fixture.connectWithCookie("ann"), first));
    inAuthenticator = RecordingApplication.Action.NOTHING;

    assertEquals(RESUMED, answers(fixture.connectWithCookie("ann"), first));
  }

  @Test
  void isRefusedIfTheAuthenticatorDoesNotAnswer() {
    ResumeFixture.Link first = fixture.connectWithCookie("ann").saysType("start").breaks();
    inAuthenticator = () -> fixture.advance(ConversationFixture.HANDLER_TIMEOUT.plusSeconds(1));

    assertEquals(REFUSED, answers(fixture.connectWithCookie("ann"), first));
    assertEquals(List.of("open", "detached", "close FAILED"), fixture.application.calls());
  }

  @Test
  void isNotAskedOfTheAuthenticatorForAWrongToken() {
    ResumeFixture.Link first = fixture.connectWithCookie("ann").saysType("start").breaks();
    ResumeFixture.Link second = fixture.connectWithCookie("ann");
    second.resumes(first.sessionId, "guessed", 0);

    assertEquals(1, asked);
  }

  /** Which may be good for nothing any more. */
  @Test
  void goesOnForWhoeverShowsTheTokenOfTheStartAgain() {
    ResumeFixture.Link first = startedWith("ticket of ann").breaks();

    assertEquals(RESUMED, answers(fixture.connect(), first, "ticket of ann"));
    assertEquals(1, asked);
  }

  @Test
  void isRefusedToWhoeverHasNoMoreThanTheResumeToken() {
    ResumeFixture.Link first = startedWith("ticket of ann").breaks();

    assertEquals(REFUSED, answers(fixture.connect(), first));
    assertEquals(REFUSED, answers(fixture.connect(), first, "ticket of bob"));
    assertEquals(REFUSED, answers(fixture.connectWithCookie("ann"), first));
    assertEquals(RESUMED, answers(fixture.connect(), first, "ticket of ann"));
  }

  @Test
  void goesOnWithTheTokenOfTheStreamBeforeWhoseSuccessorTheClientHasNotHeardOf() {
    for (String ticket : List.of("first ticket", "second ticket")) {
      ResumeFixture.Link first = startedWith("first ticket").saysType("stop");
      first.answers();
      asked = 0;
      first.says("{\"type\":\"start\",\"token\":\"second ticket\"}").answers();

      assertEquals("resumed 3", answers(fixture.connect(), first.breaks(), ticket).get(0), ticket);
      asked = 0;
    }
  }

  private ResumeFixture.Link startedWith(String token) {
    return fixture.connect().says("{\"type\":\"start\",\"token\":\"" + token + "\"}");
  }

  @Test
  void isOfNobodyBeforeTheStart() {
    ResumeFixture.Link first = fixture.connectWithCookie("ann").breaks();

    assertEquals(List.of("resumed 0"), answers(fixture.connectWithCookie("ann"), first));
    assertEquals(0, asked);
  }

  @Test
  void isKnownToTheStoreByItsName() {
    InMemorySessionStore store = new InMemorySessionStore(100, fixture.scheduler::nanoTime);
    ResumeFixture.Link first =
        fixture.on(store).connectWithCookie("ann").saysType("start").breaks();

    assertEquals(
        "ann",
        StoredSessionCodec.decode(store.find(first.sessionId).orElseThrow().value())
            .orElseThrow()
            .principalName());
  }

  private Optional<Principal> authenticate(StartRequest request, Handshake handshake) {
    asked++;
    if (request.token() != null) {
      return asked == 1 ? Optional.of(() -> request.token()) : Optional.empty();
    }
    inAuthenticator.runUnchecked();
    return handshake.header("cookie").map(name -> () -> name);
  }

  private static List<String> answers(ResumeFixture.Link link, ResumeFixture.Link lost) {
    link.answers();
    return link.resumes(lost, 0).answers();
  }

  private static List<String> answers(
      ResumeFixture.Link link, ResumeFixture.Link lost, String token) {
    link.answers();
    String resume = link.resume(lost.sessionId, lost.token, 0);
    return link.says(resume.replace("}", ",\"token\":\"" + token + "\"}")).answers();
  }
}
